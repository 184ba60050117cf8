"""区县系统直报示例（Python，confluent-kafka ≥ 2.6.1）。

  python direct.py send 事件文件…     逐条报送；全部得到确认才返回 0
  python direct.py read 主题           从头读到当前末尾，每行一条 JSON

连接参数取自环境变量 LIANXI_BROKERS、LIANXI_USER、LIANXI_PASSWORD、LIANXI_PROTOCOL、LIANXI_CA。
"""

import json
import os
import sys
from pathlib import Path

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition, libversion


def connection() -> dict:
    # 取数字版本比较：2.16.0 写成文字时排在 2.6.1 之前
    if libversion()[1] < 0x02_06_01_00:
        sys.exit("librdkafka 低于 2.6.1，口令正确也会被拒绝，请升级 confluent-kafka")
    settings = {
        "bootstrap.servers": os.environ["LIANXI_BROKERS"],
        "security.protocol": os.environ.get("LIANXI_PROTOCOL", "SASL_SSL"),
        "sasl.mechanisms": "SCRAM-SHA-512",
        "sasl.username": os.environ["LIANXI_USER"],
        "sasl.password": os.environ["LIANXI_PASSWORD"],
    }
    if ca := os.environ.get("LIANXI_CA"):
        settings["ssl.ca.location"] = ca
    return settings


def send(files: list[str]) -> int:
    """同一事件文件重发多少次都只入库一次：编号和内容必须原样不变。"""
    failed = []

    def on_delivery(error, message):
        if error is None:
            print(f"已确认 {message.topic()} @{message.offset()}")
        else:
            failed.append(error)
            print(f"未确认 {message.topic()}：{error.str()}", file=sys.stderr)

    producer = Producer(connection() | {"acks": "all", "enable.idempotence": True, "message.timeout.ms": 30_000})
    for file in files:
        event = json.loads(Path(file).read_text(encoding="utf-8"))
        producer.produce(
            event["topic"],
            key=event["key"],
            value=json.dumps(event["data"], ensure_ascii=False, separators=(",", ":")),
            headers=event["headers"],
            on_delivery=on_delivery,
        )
    producer.flush()
    return 1 if failed else 0


def read(topic: str) -> int:
    """从头读到读取开始时的末尾。长期运行的程序改用 subscribe 并保存自己的位置。"""
    group = f"{os.environ['LIANXI_USER'].rsplit('-', 1)[0]}-reader"  # 只能用 region-<区划代码>- 开头的组名
    consumer = Consumer(connection() | {"group.id": group, "enable.auto.commit": False})
    start = TopicPartition(topic, 0, 0)
    _, end = consumer.get_watermark_offsets(start, timeout=30)
    consumer.assign([start])
    offset = 0
    while offset < end:
        message = consumer.poll(30)
        if message is None or message.error():
            raise KafkaException(message and message.error())
        offset = message.offset() + 1
        headers = {name: value.decode() for name, value in message.headers() or []}
        print(json.dumps({"offset": message.offset(), "headers": headers, "data": json.loads(message.value())}, ensure_ascii=False))
    consumer.close()
    return 0


if __name__ == "__main__":
    command, *rest = sys.argv[1:] or [""]
    if command == "send" and rest:
        sys.exit(send(rest))
    if command == "read" and len(rest) == 1:
        sys.exit(read(rest[0]))
    sys.exit(__doc__)
