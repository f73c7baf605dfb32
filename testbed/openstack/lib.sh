# shellcheck shell=bash disable=SC2034  # sourced by openstack-up and openstack-down
# Where things are, and how processes are started, found and waited for.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
unset PYTHONPATH PYTHONHOME http_proxy https_proxy HTTP_PROXY HTTPS_PROXY all_proxy ALL_PROXY
for v in $(compgen -e OS_); do unset "$v"; done

S=${TESTBED_STATE:-/var/tmp/openstack-testbed}
ETC=$S/etc LOG=$S/log RUN=$S/run MARK=$S/done
IP=127.0.0.1
EXTBR=brtb-ext
T0=$SECONDS

say() { printf '[%4ds] %s\n' $((SECONDS - T0)) "$*"; }
die() { say "FAILED: $*" >&2; exit 1; }
want() { case " $STAGES " in *" $1 "*) return 0 ;; *) return 1 ;; esac; }
[ "$(id -u)" = 0 ] || die "must be root"

# One openstack-up or openstack-down at a time: a second one waits.
take_turn() {
  exec 9>"$S/lock"
  flock -n 9 && return
  say "waits for another openstack-up or openstack-down"
  flock -w 1200 9 || die "another openstack-up or openstack-down is still at work"
}

# pid_of NAME: prints the pid of the process we started under that name, if it still runs. A pidfile outlives a reboot,
# and its number may then be anybody's: a process that started after the file was written is not ours.
CLOCK_TICKS=$(getconf CLK_TCK)
BOOT_TIME=$(awk '/^btime/{print $2}' /proc/stat)
pid_of() {
  local file=$RUN/$1.pid pid fields
  [ -s "$file" ] && pid=$(<"$file") && [ -r "/proc/$pid/stat" ] || return 1
  fields=$(cat "/proc/$pid/stat" 2>/dev/null) || return 1
  read -ra fields <<<"${fields##*) }" # from field 3 on: the state, ... field 22: start in ticks since boot
  [ "${fields[0]}" != Z ] || return 1
  [ $((BOOT_TIME + fields[19] / CLOCK_TICKS)) -le $(($(stat -c %Y "$file") + 60)) ] && echo "$pid"
}
alive() { pid_of "$1" >/dev/null; }

# start NAME [VAR=value ...] COMMAND...: in a session of its own, so that the whole group can be ended. Two glibc arenas
# at most: without the bound cinder-backup alone takes 760 MiB.
start() {
  local name=$1
  shift
  alive "$name" && return 0
  (cd "$S" && exec 9>&- && exec setsid env MALLOC_ARENA_MAX=2 "$@" >>"$LOG/$name.log" 2>&1 </dev/null) &
  echo $! >"$RUN/$name.pid"
}

# wsgi NAME PORT FILE [VAR=value ...]: one uWSGI master with one worker, four threads
wsgi() {
  local name=$1 port=$2 file=$3
  shift 3
  start "$name" "$@" uwsgi --plugin python3 --http-socket "$IP:$port" --wsgi-file "$file" --procname-prefix "$name " \
    --master --processes 1 --threads 4 --enable-threads --lazy-apps --die-on-term --no-orphans --worker-reload-mercy 5 \
    --buffer-size 65535 --listen 100 --add-header 'Connection: close' --need-app
}

tail_log() { if [ -f "$LOG/$1.log" ]; then { echo "--- last lines of $1.log"; tail -15 "$LOG/$1.log"; } >&2; fi; }

# wait_for NAME SECONDS COMMAND...: until the command succeeds; gives up early when NAME has died
wait_for() {
  local name=$1 end=$((SECONDS + $2))
  shift 2
  until "$@" >/dev/null 2>&1; do
    if [ $SECONDS -ge $end ] || { [ -e "$RUN/$name.pid" ] && ! alive "$name"; }; then
      tail_log "$name"
      return 1
    fi
    sleep 0.5
  done
}
http_up() {
  local code
  code=$(curl -s -o /dev/null -m 5 -w '%{http_code}' "$1")
  [ "$code" -ge 200 ] && [ "$code" -lt 500 ]
}
wait_api() {
  wait_for "$1" 90 http_up "$2" || die "$1 does not answer at $2"
  say "$1 answers at $2"
}

# once MARKER COMMAND...: a step of the first start only, logged, with a time limit
once() {
  local marker=$1
  shift
  [ -e "$MARK/$marker" ] && return 0
  if timeout 300 "$@" >>"$LOG/setup-$marker.log" 2>&1 </dev/null; then
    touch "$MARK/$marker"
    say "done: $marker"
  else
    tail -15 "$LOG/setup-$marker.log" >&2
    die "step $marker (see $LOG/setup-$marker.log)"
  fi
}

# seed PART: creates what is missing through the API. Skipped when done by the same seed.py for the same stages.
seed() {
  local marker
  marker=$MARK/seed-$1-$({ echo "$STAGES"; cat "$PARTS/seed.py"; } | md5sum | cut -c1-12)
  [ -e "$marker" ] && [ -z "${TESTBED_RESEED:-}" ] && return 0
  timeout 280 /usr/bin/python3 "$PARTS/seed.py" "$1" "$S" "$STAGES" "$IP" "$SWIFTPORT" "$EXTNET" >>"$LOG/seed-$1.log" 2>&1 ||
    { tail -12 "$LOG/seed-$1.log" >&2; die "seeding $1 (see $LOG/seed-$1.log)"; }
  touch "$marker"
  say "seeded: $1"
}
