#!/bin/bash
# Starts the broker inside its image from the same server.properties as `npm start`: fills the template from the
# environment, formats the data folder once, then becomes the broker.
set -euo pipefail

: "${KAFKA_ADMIN_PASSWORD:?is the password of the user admin; it has no default}"
HOME_DIR=${KAFKA_HOME:-/opt/kafka}
DATA=${KAFKA_DATA:-/var/lib/kafka/data}
HOST=${KAFKA_ADVERTISED_HOST:-kafka}
PORT=${KAFKA_PORT:-9092}
CONTROLLER_PORT=${KAFKA_CONTROLLER_PORT:-9093}
PROTOCOL=${KAFKA_PROTOCOL:-SASL_PLAINTEXT}
HEAP=${KAFKA_HEAP:--Xms512m -Xmx1g}
TLS=${KAFKA_TLS_PEM:-/run/secrets/kafka.pem}

if [[ ! $KAFKA_ADMIN_PASSWORD =~ ^[A-Za-z0-9]{16,}$ ]]; then
  echo 'KAFKA_ADMIN_PASSWORD must be at least 16 letters and digits (openssl rand -hex 24)' >&2
  exit 1
fi

umask 077
PROPERTIES=$(mktemp -d)/server.properties
sed -e "s|@CLIENT_BIND@|0.0.0.0|g" \
  -e "s|@CLIENT_HOST@|$HOST|g" \
  -e "s|@CLIENT_PORT@|$PORT|g" \
  -e "s|@CLIENT_PROTOCOL@|$PROTOCOL|g" \
  -e "s|@CONTROLLER_PORT@|$CONTROLLER_PORT|g" \
  -e "s|@ADMIN_PASSWORD@|$KAFKA_ADMIN_PASSWORD|g" \
  -e "s|@DATA@|$DATA|g" "$HOME_DIR/server.properties" >"$PROPERTIES"

# Regions that publish directly cross a network: then one PEM with key and certificates is mounted and TLS is on.
if [[ $PROTOCOL == SASL_SSL ]]; then
  [[ -r $TLS ]] || { echo "SASL_SSL needs a readable PEM file with key and certificates: $TLS" >&2; exit 1; }
  printf '%s\n' "ssl.keystore.type=PEM" "ssl.keystore.location=$TLS" "ssl.truststore.type=PEM" "ssl.truststore.location=$TLS" >>"$PROPERTIES"
fi

if [[ ! -f $DATA/meta.properties ]]; then
  id=$(java -cp "$HOME_DIR/libs/*" kafka.tools.StorageTool random-uuid | tail -n 1)
  java -cp "$HOME_DIR/libs/*" kafka.tools.StorageTool format -t "$id" -c "$PROPERTIES" \
    --add-scram "SCRAM-SHA-512=[name=admin,iterations=8192,password=$KAFKA_ADMIN_PASSWORD]" >/dev/null
fi

# No ExitOnOutOfMemoryError: 28 bytes of a region that claim to be a record of 700 MB would end the broker, while the
# broker itself takes that error for the request's own and goes on (docs/adr/0017).
# shellcheck disable=SC2086 # HEAP is a list of flags
exec java $HEAP "-Dlog4j2.configurationFile=$HOME_DIR/log4j2.properties" \
  -cp "$HOME_DIR/libs/*" kafka.Kafka "$PROPERTIES"
