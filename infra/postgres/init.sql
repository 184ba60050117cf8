-- Roles of Lianxi. Run by a superuser inside the product's database; repeating it is harmless.
-- Passwords come as session settings (lianxi.web_password, lianxi.worker_password, lianxi.migrator_password),
-- so that neither this file nor the server's log ever holds one. Grants on tables are the migrations' business.
DO $roles$
DECLARE
  role record;
BEGIN
  FOR role IN
    SELECT * FROM (VALUES
      ('web_app', current_setting('lianxi.web_password')),
      ('worker_app', current_setting('lianxi.worker_password')),
      ('migrator', current_setting('lianxi.migrator_password'))
    ) AS r (name, password)
  LOOP
    IF length(role.password) < 16 THEN
      RAISE EXCEPTION 'the password of % has fewer than 16 characters', role.name;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role.name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE', role.name);
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', role.name, role.password);
  END LOOP;
  EXECUTE format('ALTER DATABASE %I OWNER TO migrator', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO web_app, worker_app', current_database());
END
$roles$;

ALTER SCHEMA public OWNER TO migrator;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- A worker frozen inside its transaction must not hold the consumer's fence: the server ends it.
ALTER ROLE worker_app SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE worker_app SET statement_timeout = '60s';
ALTER ROLE worker_app SET lock_timeout = '5s';
ALTER ROLE web_app SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE web_app SET statement_timeout = '15s';
ALTER ROLE web_app SET lock_timeout = '5s';
