# Words for the scripts; every line of a script runs in a bash of its own that has read this file.

# eventually COMMAND...: until it succeeds, for 20 s
eventually() {
  local n
  for n in $(seq 200); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.1
  done
  echo "not within 20 s: $*"
  return 1
}

# lines FILE N: has the file that many?
lines() { [ "$(wc -l <"$1")" -ge "$2" ]; }

# watching N COMMAND...: starts it in the background and waits until it has printed N lines
watching() {
  local n=$1
  shift
  : >watched
  timeout 60 "$@" >watched 2>&1 &
  watcher=$!
  eventually lines watched "$n"
}

# watched N: waits until there are N lines, ends the watch, prints them
watched() {
  eventually lines watched "$1"
  kill "$watcher"
  wait "$watcher" 2>/dev/null
  cat watched
}

# fresh NAMESPACE: an empty one of this name, kubectl's default from now on
fresh() {
  timeout 50 kubectl delete namespace "$1" --ignore-not-found
  kubectl create namespace "$1"
  kubectl config set-context --current --namespace="$1"
  eventually kubectl get serviceaccount default
}

# gone NAMESPACE: no need to wait until it is
gone() { kubectl delete namespace "$1" --wait=false; }

# served FILE: applies the definition in it and waits until its resource is served
served() {
  kubectl apply -f "$1"
  eventually kubectl wait --for=condition=Established --timeout=10s -f "$1"
}

# shape: of what kubectl explain prints, all but the sentences, which are each server's own
shape() { grep -P '^[A-Z]+:|\t<|^ *enum:'; }

# managed KIND NAME: the object with its managed fields, in an order that does not depend on the clock
managed() {
  kubectl get "$@" -o json --show-managed-fields | python3 -c 'import json, sys
x = json.load(sys.stdin)
x["metadata"]["managedFields"].sort(key=lambda m: (m["manager"], m["operation"], m.get("subresource", "")))
print(json.dumps(x, indent=2, sort_keys=True))'
}

# said: what a refusal in JSON says
said() { python3 -c 'import json, sys; x = json.load(sys.stdin); print(x["code"], x["reason"], x["message"])'; }

# helm: tried again while a kube-apiserver that is busy does not serve yet what the chart has just defined; a dry run
# defines nothing
helm() {
  local n code
  case "$*" in
    *--dry-run*) command helm "$@"; return ;;
    install*) ;;
    *) command helm "$@"; return ;;
  esac
  for n in $(seq 20); do
    command helm "$@" >installed 2>&1
    code=$?
    grep -q 'ensure CRDs are installed first' installed || break
    sleep 0.5
  done
  cat installed
  return "$code"
}
