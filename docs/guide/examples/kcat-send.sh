#!/usr/bin/env bash
# 报送一条事件：kcat-send.sh 事件文件
# 连接参数在 kcat.conf（或 KCAT_CONFIG 所指文件）。返回 0 表示消息服务已落盘确认；
# 其他返回值或没有返回，一律用同一个文件原样重发：同一编号、同一内容只入库一次。
set -euo pipefail
event=$1
headers=()
while IFS= read -r header; do headers+=(-H "$header"); done \
  < <(jq -r '.headers | to_entries[] | "\(.key)=\(.value)"' "$event")
jq -c .data "$event" |
  kcat -F "${KCAT_CONFIG:-kcat.conf}" -P -X acks=all -X message.timeout.ms=30000 \
    -t "$(jq -r .topic "$event")" -k "$(jq -r .key "$event")" "${headers[@]}"
