# To be sourced. launch MODULE ARGUMENTS... starts the program of a module from any folder, and builds it first if it is
# not built or a source is newer. The caller sets root, the folder of this repository, and defines rehearse.
#
# .acutance/MODULE/program   the jars, and per JDK an archive of loaded classes (class data sharing)
# .acutance/MODULE/stamp     as old as the start of the build; holds the folder it was built in
# .acutance/MODULE/build.log what Maven said

oldest_java=17

say() { printf 'acutance: %s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}

launch() {
  local module=$1
  shift
  state=$root/.acutance/$module
  jar=$state/program/acutance-$module.jar
  find_java
  if stale && can_build; then build "$module"; fi
  local archive=$state/program/$java_build.jsa
  [ -e "$archive" ] || record "$archive"
  if [ -s "$archive" ]; then java_options+=("-XX:SharedArchiveFile=$archive"); fi
  # Where no language is set, Java would refuse names of files beyond ASCII, and print question marks.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in C | POSIX) export LC_ALL=C.UTF-8 ;; esac
  # shellcheck disable=SC2086 # the options are meant to be split
  exec "$java_home/bin/java" "${java_options[@]}" ${ACUTANCE_OPTS-} -jar "$jar" "$@"
}

# ---- Java

# Sets java_home, java_build (version and vendor, fit for a file name) and java_options.
find_java() {
  local on_path found=
  if [ -n "${JAVA_HOME-}" ]; then
    if inspect_java "$JAVA_HOME"; then return; fi
    found="JAVA_HOME=$JAVA_HOME is $java_is"
  fi
  if on_path=$(command -v java); then
    if inspect_java "$(home_of "$on_path")"; then return; fi
    found="${found:+$found, }$on_path is $java_is"
  fi
  die "needs a JDK, version $oldest_java or newer, but ${found:-there is no java on the PATH and JAVA_HOME is not set};" \
    "install one (Debian: apt install openjdk-17-jdk-headless) or set JAVA_HOME"
}

# Succeeds if the folder holds a Java that will do; java_is says what it holds.
inspect_java() {
  java_home=$1
  java_is='not a Java installation'
  [ -x "$java_home/bin/java" ] && [ -r "$java_home/release" ] || return 1
  local version='' runtime='' vendor='' key value
  while IFS='=' read -r key value; do
    value=${value//\"/}
    case $key in
    JAVA_VERSION) version=$value ;;
    JAVA_RUNTIME_VERSION) runtime=$value ;;
    IMPLEMENTOR) vendor=$value ;;
    esac
  done <"$java_home/release"
  java_is="Java ${version:-of an unknown version}"
  local major=${version%%[!0-9]*}
  [ "${major:-0}" -ge "$oldest_java" ] || return 1
  java_build=${vendor}-${runtime:-$version}
  java_build=${java_build//[!A-Za-z0-9.+-]/_}
  java_options=(-Xlog:disable -XX:-UsePerfData -Djava.awt.headless=true)
  # Most runs are short: a collector that starts at once, and the optimising compiler only for what runs really often.
  java_options+=(-XX:+UseParallelGC -XX:NewSize=16m -XX:Tier4InvocationThreshold=20000 -XX:Tier4CompileThreshold=100000
    -XX:Tier4BackEdgeThreshold=400000)
}

# The folder of the installation behind a java command, which may only stand in for the real one.
home_of() {
  local command home
  command=$(readlink -f -- "$1")
  home=${command%/bin/java}
  home=${home%/jre}
  if [ ! -r "$home/release" ]; then
    home=$("$command" -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p')
  fi
  printf '%s\n' "$home"
}

# ---- Build

stale() {
  [ -f "$state/stamp" ] && [ -f "$jar" ] || return 0
  [ "$(<"$state/stamp")" = "$root" ] || return 0
  local newer
  newer=$(cd "$root" && find pom.xml ./*/pom.xml ./*/src/main -newer "$state/stamp" -print -quit)
  [ -n "$newer" ]
}

# A copy that cannot be written to is used as it is, if it was built before.
can_build() {
  if [ -w "$root" ] && { [ ! -e "$root/.acutance" ] || [ -w "$root/.acutance" ]; }; then return 0; fi
  [ -f "$jar" ] || die "is not built yet and cannot write to $root; start it once as a user who can"
  return 1
}

build() {
  mkdir -p "$state" || die "cannot create $state"
  lock
  if stale; then
    if [ -f "$jar" ]; then
      say 'building (the sources have changed)...'
    else
      say 'building (first run, about a minute)...'
    fi
    printf '%s\n' "$root" >"$state/stamp.new"
    maven "$1" >"$state/build.log" 2>&1 </dev/null || explain_failure
    replace_program "$1"
    mv -f "$state/stamp.new" "$state/stamp"
  fi
  unlock
}

maven() {
  find_compiler
  rm -rf "$root/$1/target/quick/program"
  local repository=()
  if [ ! -w "${HOME-}" ] && [ ! -w "${HOME-}/.m2" ]; then
    export MAVEN_USER_HOME=$root/.acutance/m2 HOME=${HOME-$root/.acutance}
    repository=("-Dmaven.repo.local=$MAVEN_USER_HOME/repository")
  fi
  (
    cd "$root" || exit
    JAVA_HOME=$java_home MAVEN_OPTS="-XX:TieredStopAtLevel=1 ${MAVEN_OPTS-}" \
      ./mvnw -B -ntp -q -Dstyle.color=never ${repository[@]+"${repository[@]}"} -Dquick -pl "$1" -am package
  )
}

find_compiler() {
  if [ ! -x "$java_home/bin/javac" ]; then
    echo "[ERROR] $java_home has no compiler (javac); install a JDK, version $oldest_java or newer, or set JAVA_HOME to one"
    return 1
  fi
}

explain_failure() {
  local errors
  errors=$(sed -n -e '/^\[ERROR\] *\(-> .*\)\{0,1\}$/q' -e 's/ -> \[Help.*//' -e '/^\[ERROR\]/p' "$state/build.log" | head -n 20)
  printf '%s\n' "${errors:-$(tail -n 20 "$state/build.log")}" >&2
  die "the build failed; all of its output is in $state/build.log"
}

# The new folder takes the old one's place whole, so that programs that are running keep the jars they have open.
replace_program() {
  rm -rf "$state/program.new" "$state/program.old"
  cp -R "$root/$1/target/quick/program" "$state/program.new" || die "cannot write to $state"
  if [ -e "$state/program" ]; then mv "$state/program" "$state/program.old"; fi
  mv "$state/program.new" "$state/program"
  rm -rf "$state/program.old"
}

# One build at a time; the lock of a process that has ended does not count.
lock() {
  if command -v flock >/dev/null; then
    exec 9>"$root/.acutance/lock"
    flock 9
    return
  fi
  local folder=$root/.acutance/lock.d
  until mkdir "$folder" 2>/dev/null; do
    local owner
    owner=$(cat "$folder/pid" 2>/dev/null)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then rm -rf "$folder"; fi
    sleep 0.3
  done
  echo $$ >"$folder/pid"
  trap 'rm -rf "$root/.acutance/lock.d"' EXIT
}

unlock() {
  if command -v flock >/dev/null; then
    exec 9>&-
  else
    rm -rf "$root/.acutance/lock.d"
    trap - EXIT
  fi
}

# ---- Class data sharing

# Makes the archive of the classes that the rehearsals load. An empty file says that this JDK could not.
record() {
  [ -w "$state/program" ] || return 0
  scratch=$(mktemp -d) || return 0
  rehearse
  cat "$scratch"/*.classes >"$scratch/all" 2>/dev/null
  "$java_home/bin/java" "${java_options[@]}" -Xshare:dump -XX:SharedClassListFile="$scratch/all" \
    -XX:SharedArchiveFile="$scratch/archive" -jar "$jar" >/dev/null 2>&1 </dev/null || : >"$scratch/archive"
  # Renamed into place, for another process may be starting from it.
  cp "$scratch/archive" "$1.$$" && mv -f "$1.$$" "$1"
  rm -rf "$scratch"
}

run() {
  rehearsals=$((${rehearsals-0} + 1))
  "$java_home/bin/java" "${java_options[@]}" -XX:DumpLoadedClassList="$scratch/$rehearsals.classes" \
    -jar "$jar" "$@" >/dev/null 2>&1 </dev/null
}
