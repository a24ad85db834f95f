# ── The script itself. ──

# Sets `found` to yes where a step is done: its mark is there, made with these very values, or it is recognised.
look_at() {
  found=no
  if [ "$(cat "$lab_dir/run/done/$1" 2>/dev/null)" = "$(fingerprint_of "$1")" ]; then
    found=yes
  else
    recognise "$1"
  fi
}

check() {
  look_at "$1"
  if [ "$found" = yes ]; then
    check_stopped "$1"
    return 0
  fi
  if [ -e "$lab_dir/run/done/$1" ]; then
    problem "The step \"$1\" was done with other values, or by another version of this script. Undo it first, with the script of then: down"
  fi
  check_before "$1"
}

perform() {
  mark step "$1"
  look_at "$1"
  if [ "$found" = yes ]; then
    mark skip "$1"
    say "$1: done already"
    start_again "$1"
    return 0
  fi
  if [ -z "${WAYMARK_MARKS:-}" ]; then say "$1"; fi
  check_now "$1"
  stop_at_problems "Stopped before the step \"$1\"; nothing of it was done."
  do_step "$1"
  fingerprint_of "$1" >"$lab_dir/run/done/$1"
  mark end "$1"
}

# Tells all that stands in the way, and changes nothing.
check_all() {
  local step
  need_folder
  for step in $steps; do check "$step"; done
  stop_at_problems "Nothing was changed."
  say "Nothing stands in the way."
}

# Prints what each tool says of itself; `-` for one that is not there.
versions() {
  local tool version
  for tool in $tools; do
    version=-
    if command -v "$(executable_of "$tool")" >/dev/null 2>&1; then
      version=$(version_of "$tool")
      version=${version:-unknown}
    fi
    printf '%s %s\n' "$tool" "$version"
  done
}

up() {
  local last=$1 step
  case " $steps " in
    *" ${last:-${steps%% *}} "*) ;;
    *)
      say "There is no step \"$last\". There are: $steps"
      exit 2
      ;;
  esac
  need_folder
  for step in $steps; do
    check "$step"
    if [ "$step" = "$last" ]; then break; fi
  done
  stop_at_problems "Nothing was changed."
  mkdir -p "$lab_dir/run/done" "$lab_dir/logs"
  running_before=" $(running_services)"
  trap interrupted INT TERM
  trap ended EXIT
  for step in $steps; do
    perform "$step"
    if [ "$step" = "$last" ]; then break; fi
  done
  trap - EXIT
  mark finished
  say "Done. Services that run: $(running_services)"
}

# Ctrl-C: what this run started goes again; what ran before stays.
interrupted() {
  local name
  trap - EXIT
  trap '' INT TERM
  for name in $(running_services); do
    case $running_before in
      *" $name "*) ;;
      *) stop_service "$name" ;;
    esac
  done
  say "Interrupted; nothing that this run started is left running."
  exit 130
}

ended() {
  local status=$?
  if [ "$status" -ne 0 ]; then say "Stopped. Mend what is told above and run this again: it goes on where it stopped. To begin afresh: $self down"; fi
}

stop() {
  local name
  for name in $services_in_reverse; do stop_service "$name"; done
}

down() {
  local step failures=0
  if [ ! -d "$lab_dir" ]; then
    say "There is nothing to undo: no $lab_dir"
    return 0
  fi
  stop
  for step in $steps_in_reverse; do
    mark undo "$step"
    set +e
    (set -e; undo_step "$step")
    # shellcheck disable=SC2181
    if [ $? -ne 0 ]; then failures=$((failures + 1)); fi
    set -e
    rm -f -- "$lab_dir/run/done/$step"
  done
  for step in $services; do rm -f -- "$lab_dir/logs/$step.log"; done
  for step in "$lab_dir/run/done" "$lab_dir/run" "$lab_dir/logs" "$lab_dir"; do rmdir -- "$step" 2>/dev/null || true; done
  if [ "$failures" -gt 0 ]; then die "$failures steps could not be undone; what went wrong is told above."; fi
  if [ -d "$lab_dir" ]; then say "Left in $lab_dir, because the lab did not make it or other steps use it: $(cd "$lab_dir" && find . -mindepth 1 -maxdepth 1 | sort | tr '\n' ' ')"; fi
}

# Prints a line for each step and service; fails where anything is missing.
status() {
  local name pid missing=0
  for name in $steps; do
    look_at "$name"
    if [ "$found" = yes ]; then
      printf 'step %s done\n' "$name"
    else
      printf 'step %s open\n' "$name"
      missing=1
    fi
  done
  for name in $services; do
    if pid=$(service_pid "$name"); then
      printf 'service %s running %s\n' "$name" "$pid"
    else
      printf 'service %s stopped\n' "$name"
      missing=1
    fi
  done
  return "$missing"
}

usage() {
  cat <<'USAGE'
usage: bash setup.sh [up [step] | check | run step | stop | down | status | versions]

  up      do every step that is not done yet, or those up to the given one (the default)
  check   say what stands in the way, change nothing
  run     do one step that is not among those of "up"
  stop    stop the services, keep everything
  down    stop the services and remove what the steps made
  status  say what is done and what runs; exit code 1 where something is missing
  versions  say which version each tool has

Only the lab's own folder is written to. Exit codes: 0 fine, 1 a problem, 2 wrong use.
USAGE
}

case ${1:-up} in
  up) up "${2:-}" ;;
  check) check_all ;;
  run) do_step "${2:-}" ;;
  stop) stop ;;
  down) down ;;
  status) status ;;
  versions) versions ;;
  -h | --help | help) usage ;;
  *)
    usage >&2
    exit 2
    ;;
esac
