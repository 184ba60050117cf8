#!/bin/bash
# Run once by the postgres image on an empty data folder: hands the passwords to init.sql as session settings,
# so that they stand in no file.
set -euo pipefail
: "${WEB_DATABASE_PASSWORD:?}" "${WORKER_DATABASE_PASSWORD:?}" "${MIGRATOR_DATABASE_PASSWORD:?}"
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --no-psqlrc --quiet --set ON_ERROR_STOP=1 \
  --set web="$WEB_DATABASE_PASSWORD" --set worker="$WORKER_DATABASE_PASSWORD" --set migrator="$MIGRATOR_DATABASE_PASSWORD" \
  --output /dev/null <<'SQL'
SELECT set_config('lianxi.web_password', :'web', false), set_config('lianxi.worker_password', :'worker', false),
       set_config('lianxi.migrator_password', :'migrator', false);
\ir /opt/lianxi/init.sql
SQL
