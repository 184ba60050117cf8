import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * 区县系统直报示例（Java 17，kafka-clients ≥ 3.7，jackson-databind）。
 *
 *   java -cp 'libs/*' Direct.java send 事件文件…   逐条报送；没有得到确认即抛出异常
 *   java -cp 'libs/*' Direct.java read 主题         从头读到当前末尾，每行：位置、类型、事项、内容
 *
 * 连接参数取自环境变量 LIANXI_BROKERS、LIANXI_USER、LIANXI_PASSWORD、LIANXI_PROTOCOL、LIANXI_CA。
 */
public class Direct {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Properties connection() {
    var env = System.getenv();
    var properties = new Properties();
    properties.put("bootstrap.servers", env.get("LIANXI_BROKERS"));
    properties.put("security.protocol", env.getOrDefault("LIANXI_PROTOCOL", "SASL_SSL"));
    properties.put("sasl.mechanism", "SCRAM-SHA-512");
    properties.put("sasl.jaas.config", String.format(
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";",
        env.get("LIANXI_USER"), env.get("LIANXI_PASSWORD")));
    if (env.containsKey("LIANXI_CA")) {
      properties.put("ssl.truststore.type", "PEM");
      properties.put("ssl.truststore.location", env.get("LIANXI_CA"));
    }
    for (var side : List.of("key", "value")) {
      properties.put(side + ".serializer", "org.apache.kafka.common.serialization.StringSerializer");
      properties.put(side + ".deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    }
    return properties;
  }

  /** 同一事件文件重发多少次都只入库一次：编号和内容必须原样不变。 */
  static void send(List<String> files) throws Exception {
    var properties = connection();
    properties.put("acks", "all");
    properties.put("delivery.timeout.ms", "30000");
    properties.put("request.timeout.ms", "10000");
    properties.put("max.block.ms", "30000");
    try (var producer = new KafkaProducer<String, String>(properties)) {
      for (var file : files) {
        JsonNode event = JSON.readTree(Files.readString(Path.of(file)));
        var record = new ProducerRecord<>(event.get("topic").asText(), event.get("key").asText(),
            JSON.writeValueAsString(event.get("data")));
        event.get("headers").properties().forEach(header ->
            record.headers().add(header.getKey(), header.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        var stored = producer.send(record).get();
        System.out.printf("已确认 %s @%d%n", stored.topic(), stored.offset());
      }
    }
  }

  /** 从头读到读取开始时的末尾。长期运行的程序改用 subscribe 并保存自己的位置。 */
  static void read(String topic) {
    var properties = connection();
    var user = System.getenv("LIANXI_USER");
    properties.put("group.id", user.substring(0, user.lastIndexOf('-')) + "-reader");
    properties.put("enable.auto.commit", "false");
    properties.put("allow.auto.create.topics", "false");
    var partition = new TopicPartition(topic, 0);
    try (var consumer = new KafkaConsumer<String, String>(properties)) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(partition));
      while (consumer.position(partition) < ends.get(partition)) {
        for (var message : consumer.poll(Duration.ofSeconds(10))) {
          var type = new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
          System.out.printf("%d\t%s\t%s\t%s%n", message.offset(), type, message.key(), message.value());
        }
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    var files = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    switch (arguments.length < 2 ? "" : arguments[0]) {
      case "send" -> send(files);
      case "read" -> read(files.get(0));
      default -> {
        System.err.println("用法：java -cp 'libs/*' Direct.java send 事件文件… | read 主题");
        System.exit(2);
      }
    }
  }
}
