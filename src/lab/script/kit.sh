# ── Kit: what every step uses. Works with bash 3.2, so also with the one of macOS. ──

self=${WAYMARK_SELF:-bash $0}
found=no

say() { printf '%s\n' "· $*" >&2; }

die() {
  printf '%s\n' "✗ $*" >&2
  exit 1
}

# Problems are collected, so that all of them are told at once.
problems=0
problem() {
  printf '%s\n' "✗ $*" >&2
  problems=$((problems + 1))
}

stop_at_problems() {
  if [ "$problems" -gt 0 ]; then die "$1"; fi
}

# For whoever reads along: tells where in the script the output comes from.
mark() {
  if [ -n "${WAYMARK_MARKS:-}" ]; then printf '\n%s %s\n' "$WAYMARK_MARKS" "$*"; fi
}

is_os() {
  case $(uname -s) in
    Darwin) [ "$1" = macos ] ;;
    *) [ "$1" = linux ] ;;
  esac
}

# Prints the first dotted number of a text.
first_version() {
  if [[ $1 =~ [0-9]+(\.[0-9]+)+ ]]; then printf '%s' "${BASH_REMATCH[0]}"; fi
}

# Whether version $1 is within a bound: within 1.20.2 '<' 1.24. As many numbers are compared as the bound has.
within() {
  local order=0 i have wanted
  local -a version bound
  IFS=. read -r -a version <<<"$1"
  IFS=. read -r -a bound <<<"$3"
  for ((i = 0; i < ${#bound[@]}; i++)); do
    have=${version[i]:-0}
    wanted=${bound[i]}
    if ((10#$have < 10#$wanted)); then order=-1; break; fi
    if ((10#$have > 10#$wanted)); then order=1; break; fi
  done
  case $2 in
    '<') [ "$order" -lt 0 ] ;;
    '<=') [ "$order" -le 0 ] ;;
    '>') [ "$order" -gt 0 ] ;;
    '>=') [ "$order" -ge 0 ] ;;
    *) [ "$order" -eq 0 ] ;;
  esac
}

# How people get a tool; what gets several of them is told once.
hints_told='|'
tell_hint() {
  local hint
  hint=$(install_hint "$1")
  case $hints_told in *"|$hint|"*) return 0 ;; esac
  hints_told="$hints_told$hint|"
  printf '%s\n' "$hint" >&2
}

# need_tool tool executable [comparison version]…: several steps may need the same; it is looked for, and missed, once.
looked_for='|'
need_tool() {
  local tool=$1 executable=$2 version
  case $looked_for in *"|$*|"* | *"|missing $1|"*) return 0 ;; esac
  looked_for="$looked_for$*|"
  shift 2
  if ! command -v "$executable" >/dev/null 2>&1; then
    problem "$tool is missing ($executable). Install it, then run this again."
    looked_for="${looked_for}missing $tool|"
    tell_hint "$tool"
    return 0
  fi
  while [ $# -gt 0 ]; do
    version=$(version_of "$tool")
    if ! within "${version:-0}" "$1" "$2"; then
      problem "$tool is version ${version:-unknown}; this needs $1 $2. Install that version, or put it first on PATH."
      tell_hint "$tool"
    fi
    shift 2
  done
}

# need_port address port parameter
need_port() {
  if (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; then
    problem "Port $2 of $1 is in use. Stop what listens there, or choose another port: $3."
  fi
}

# need_absent path
need_absent() {
  if [ -e "$1" ] || [ -L "$1" ]; then
    problem "$1 is there already, perhaps from an earlier run. Move it away, or remove it with the command: $self down"
  fi
}

# need_space megabytes
need_space() {
  local free
  free=$(df -Pk "$(existing_parent "$lab_dir")" | awk 'NR == 2 { print int($4 / 1024) }')
  if [ "${free:-0}" -lt "$1" ]; then problem "$1 MB of free space are wanted for $lab_dir, and there are ${free:-0} MB."; fi
}

existing_parent() {
  local folder=$1
  while [ ! -e "$folder" ]; do folder=$(dirname "$folder"); done
  printf '%s' "$folder"
}

need_folder() {
  local parent
  parent=$(existing_parent "$lab_dir")
  if [ ! -d "$parent" ] || [ ! -w "$parent" ] || [ ! -x "$parent" ]; then
    problem "$lab_dir cannot be written to: $parent does not allow it. Choose another folder: LAB_DIR."
  fi
}

# Sets `found` by what a step says of itself. Never call this, or what calls it, as a condition: bash would go on after
# the first of its commands that fails.
recognise() {
  set +e
  (
    set -e
    tell_done "$1"
  ) >/dev/null 2>&1
  # shellcheck disable=SC2181
  if [ $? -eq 0 ]; then found=yes; else found=no; fi
  set -e
}

# need_step step: done by this script, or recognised as done.
need_step() {
  if [ -e "$lab_dir/run/done/$1" ]; then return 0; fi
  recognise "$1"
  if [ "$found" = no ]; then
    problem "The step \"$1\" comes first. Run it, or all steps with setup.sh."
  fi
}

# expect_failure status: for commands that are meant to fail.
expect_failure() {
  if [ "$1" -eq 0 ]; then die "This was meant to fail, and did not."; fi
}

# ── Services: kept in the background, each in a process group of its own. ──

# When a process began, so that a number used again is not mistaken for it.
started_at() {
  if [ -r "/proc/$1/stat" ]; then
    sed 's/^.*) //' "/proc/$1/stat" | cut -d ' ' -f 20
  else
    ps -o lstart= -p "$1" 2>/dev/null || true
  fi
}

# Whether a process group has a member that is no zombie: where nobody reaps those, they still answer to signals.
group_lives() {
  kill -0 -- "-$1" 2>/dev/null || return 1
  if [ -r /proc/self/stat ]; then
    { sed -n 's/^.*) \([A-Za-z]\) [0-9]* \([0-9]*\) .*/\2 \1/p' /proc/[0-9]*/stat 2>/dev/null || true; } | grep "^$1 [^ZX]" >/dev/null
  else
    { ps -A -o pgid=,stat= || true; } | grep "^ *$1  *[^ZX]" >/dev/null
  fi
}

# Prints the process of a service that runs.
service_pid() {
  local pid
  if [ ! -r "$lab_dir/run/$1.pid" ]; then return 1; fi
  pid=$(cat "$lab_dir/run/$1.pid")
  case $pid in '' | *[!0-9]*) return 1 ;; esac
  group_lives "$pid" || return 1
  # The first process may be gone while others of its group go on.
  if kill -0 "$pid" 2>/dev/null && [ "$(started_at "$pid")" != "$(cat "$lab_dir/run/$1.start" 2>/dev/null)" ]; then return 1; fi
  printf '%s' "$pid"
}

# start_service name seconds command ready
start_service() {
  local name=$1 seconds=$2 pid end log="$lab_dir/logs/$1.log"
  if service_pid "$name" >/dev/null; then return 0; fi
  say "starting $name (log: $log)"
  # An interruption between the start and the note of its process would leave it without a master.
  interrupted=no
  trap 'interrupted=yes' INT TERM
  set -m
  (
    trap - INT TERM
    trap '' HUP
    "$3"
  ) >"$log" 2>&1 </dev/null &
  pid=$!
  set +m
  printf '%s\n' "$pid" >"$lab_dir/run/$name.pid"
  started_at "$pid" >"$lab_dir/run/$name.start"
  trap - INT TERM
  if [ "$interrupted" = yes ]; then exit 130; fi
  end=$((SECONDS + seconds))
  until (set -e; "$4") >/dev/null 2>&1; do
    if ! group_lives "$pid"; then
      rm -f -- "$lab_dir/run/$name.pid" "$lab_dir/run/$name.start"
      tail -n 20 "$log" >&2
      die "$name ended by itself; above are the last lines of its log, $log"
    fi
    if [ "$SECONDS" -ge "$end" ]; then
      tail -n 20 "$log" >&2
      stop_service "$name"
      die "$name was not ready after $seconds seconds; above are the last lines of its log, $log"
    fi
    sleep 0.3
  done
  if ! group_lives "$pid"; then die "Something else answers in place of $name, which ended by itself. Its log is $log"; fi
}

# stop_service name: asks its whole group to end, and insists after 30 seconds.
stop_service() {
  local pid end
  if pid=$(service_pid "$1"); then
    say "stopping $1"
    kill -TERM -- "-$pid" 2>/dev/null || true
    end=$((SECONDS + 30))
    while group_lives "$pid" && [ "$SECONDS" -lt "$end" ]; do sleep 0.1; done
    if group_lives "$pid"; then kill -KILL -- "-$pid" 2>/dev/null || true; fi
  fi
  rm -f -- "$lab_dir/run/$1.pid" "$lab_dir/run/$1.start"
}

running_services() {
  local name
  for name in $services; do
    if service_pid "$name" >/dev/null; then printf '%s ' "$name"; fi
  done
}
