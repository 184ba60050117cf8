#!/usr/bin/env bash
# 从头读取本经济区的一个主题，每行一条：位置、类型、事项、内容
# kcat-read.sh lianxi.Z-PX.meeting.v1（退回、确认） · kcat-read.sh lianxi.Z-PX.plan.v1（责任、报告期、事项）
set -euo pipefail
kcat -F "${KCAT_CONFIG:-kcat.conf}" -C -q -t "$1" -o beginning -e \
  -f '%o\t%h\t%k\t%s\n'
