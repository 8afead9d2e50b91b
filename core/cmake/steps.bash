# Progress of samples/run and tests/run: each step with its number and the time since the start.
# Sourced; the caller sets step_count.

step_number=0
step_count=0

elapsed() { printf '%d:%02d' $((SECONDS / 60)) $((SECONDS % 60)); }

# step VIETNAMESE ENGLISH
step() {
  step_number=$((step_number + 1))
  printf '\n[%d/%d · %s] %s · %s\n' "$step_number" "$step_count" "$(elapsed)" "$1" "$2"
}

# quietly LOG COMMAND…: the output goes to LOG and is shown only when the command fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 && return
  tail -n 80 "$log" >&2
  printf 'Lỗi; toàn bộ ở · Failed; the whole text is in %s\n' "$log" >&2
  return 1
}

# build_program FOLDER OPTION…: configures and builds; only what changed, when it was built before.
build_program() {
  local folder=$1
  shift
  quietly "$folder/configure.log" cmake -S . -B "$folder" -G Ninja "$@" || return
  if [ -t 1 ]; then
    ninja -C "$folder"
  else
    quietly "$folder/build.log" ninja -C "$folder" && tail -n 1 "$folder/build.log"
  fi
}
