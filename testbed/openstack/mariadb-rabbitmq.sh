# shellcheck shell=bash  # sourced by openstack-up
# The database and the message queue that all services share.
sql() { mariadb --no-defaults --socket="$RUN/mysql.sock" -uroot "$@"; }

# at_least N DATABASE "TABLE where ...": for wait_for
at_least() { [ "$(sql -N "$2" -e "select count(*) from $3")" -ge "$1" ]; }

mariadb_rabbitmq_up() {
  if [ ! -d "$S/mysql/mysql" ]; then
    mariadb-install-db --no-defaults --user=root --datadir="$S/mysql" --auth-root-authentication-method=normal \
      --skip-test-db >"$LOG/setup-mysql.log" 2>&1 || { tail -5 "$LOG/setup-mysql.log" >&2; die "mariadb-install-db"; }
  fi
  start mariadb mariadbd --no-defaults --user=root --datadir="$S/mysql" --socket="$RUN/mysql.sock" \
    --pid-file="$RUN/mariadbd.own.pid" --bind-address=$IP --port=$DBPORT --skip-name-resolve --skip-log-bin \
    --innodb-buffer-pool-size=192M --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 --performance-schema=off \
    --max-connections=600 --character-set-server=utf8mb3 --collation-server=utf8mb3_general_ci
  mkdir -p "$S/rabbitmq/log"
  if [ ! -f "$ETC/rabbitmq.conf" ]; then
    cat >"$ETC/rabbitmq.conf" <<C
listeners.tcp.1 = $IP:5672
default_user = testbed
default_pass = $PW
default_user_tags.administrator = true
vm_memory_high_watermark.absolute = 1GB
disk_free_limit.absolute = 200MB
log.console = false
C
    printf '[{kernel,[{inet_dist_use_interface,{127,0,0,1}}]}].\n' >"$ETC/rabbitmq-advanced.config"
    : >"$ETC/rabbitmq-plugins"
  fi
  start rabbitmq HOME="$S/rabbitmq" ERL_EPMD_ADDRESS=$IP ERL_EPMD_PORT=14369 \
    RABBITMQ_NODENAME=testbed@localhost RABBITMQ_DIST_PORT=25672 \
    RABBITMQ_CONFIG_FILE="$ETC/rabbitmq.conf" RABBITMQ_ADVANCED_CONFIG_FILE="$ETC/rabbitmq-advanced.config" \
    RABBITMQ_ENABLED_PLUGINS_FILE="$ETC/rabbitmq-plugins" RABBITMQ_CONF_ENV_FILE=/dev/null \
    RABBITMQ_MNESIA_BASE="$S/rabbitmq/mnesia" RABBITMQ_LOG_BASE="$S/rabbitmq/log" RABBITMQ_PID_FILE="$RUN/rabbitmq.own.pid" \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none' \
    /usr/lib/rabbitmq/bin/rabbitmq-server
  wait_for mariadb 60 sql -e 'select 1' || die "MariaDB does not start"
  local d
  for d in keystone glance placement nova nova_api nova_cell0 neutron cinder barbican octavia octavia_persistence designate; do
    echo "create database if not exists $d;"
  done | sql || die "create databases"
  sql -e "grant all on *.* to 'testbed'@'127.0.0.1' identified by '$PW'; flush privileges" || die "database grant"
  wait_for rabbitmq 90 bash -c "exec 3<>/dev/tcp/$IP/5672" || die "RabbitMQ does not start"
  say "MariaDB and RabbitMQ are up"
}
