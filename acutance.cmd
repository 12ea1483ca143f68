@echo off
rem Starts acutance, building it first where that is needed. ACUTANCE_OPTS holds extra options for the JVM.
setlocal
set "ROOT=%~dp0"
set "STATE=%ROOT%.acutance"
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

"%JAVA%" --list-modules >nul 2>nul
if errorlevel 1 (
  echo acutance: needs a JDK, version 17 or newer; install one or set JAVA_HOME 1>&2
  exit /b 1
)

rem The stamp is as old as the last build; any newer source asks for another one.
powershell -NoProfile -Command "$stamp = Get-Item (Join-Path $env:STATE 'windows.stamp') -ErrorAction SilentlyContinue; if (-not $stamp) { exit 1 }; $sources = Get-ChildItem -Path (Join-Path $env:ROOT '*\src\main'), (Join-Path $env:ROOT 'pom.xml'), (Join-Path $env:ROOT '*\pom.xml') -Recurse; if ($sources | Where-Object { $_.LastWriteTime -gt $stamp.LastWriteTime } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 (
  if not exist "%STATE%" mkdir "%STATE%"
  echo acutance: building, the first time for about a minute... 1>&2
  echo building> "%STATE%\windows.new"
  call "%ROOT%mvnw.cmd" -B -ntp -q -f "%ROOT%pom.xml" -Dquick -pl app -am package > "%STATE%\build.log" 2>&1
  if errorlevel 1 (
    type "%STATE%\build.log" 1>&2
    echo acutance: the build failed 1>&2
    exit /b 1
  )
  move /y "%STATE%\windows.new" "%STATE%\windows.stamp" >nul
)

"%JAVA%" -Xlog:disable -Djava.awt.headless=true -XX:+UseParallelGC -XX:NewSize=16m -XX:Tier4InvocationThreshold=20000 -XX:Tier4CompileThreshold=100000 -XX:Tier4BackEdgeThreshold=400000 %ACUTANCE_OPTS% -jar "%ROOT%app\target\quick\program\acutance-app.jar" %*
exit /b %ERRORLEVEL%
