@echo off
rem Runs Maven on a JDK 25 or newer; finds both, and fetches Maven when there is none.
setlocal EnableExtensions DisableDelayedExpansion

set "JDK_WANTED=25"
set "MAVEN_OLDEST=3.8.7"
set "MAVEN_VERSION=3.9.9"
set "MAVEN_SHA512=a555254d6b53d267965a3404ecb14e53c3827c09c3b94b5678835887ab404556bfaf78dcfe03ba76fa2508649dca8531c74bca4d5846513522404d48e8c4ac8b"
set "MAVEN_ARCHIVE=apache-maven-%MAVEN_VERSION%-bin.tar.gz"

set "JDK="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined JDK for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :consider "%%~dp$PATH:J.."
for %%V in ("Java" "Eclipse Adoptium" "Microsoft" "Zulu" "Amazon Corretto" "BellSoft" "Semeru" "OpenJDK") do (
    if not defined JDK for /d %%H in ("%ProgramFiles%\%%~V\*") do if not defined JDK call :consider "%%~fH"
)
if not defined JDK for /d %%H in ("%USERPROFILE%\.jdks\*") do if not defined JDK call :consider "%%~fH"
if not defined JDK for /d %%H in ("%USERPROFILE%\scoop\apps\*jdk*") do if not defined JDK call :consider "%%~fH\current"
if not defined JDK (
    echo mvnw: no JDK %JDK_WANTED% or newer found; install one ^(for example Eclipse Temurin^) or set JAVA_HOME to it. 1>&2
    exit /b 1
)
set "JAVA_HOME=%JDK%"

set "MAVEN="
for %%M in (mvn.cmd) do if not "%%~$PATH:M"=="" call :considerMaven "%%~$PATH:M"
if not defined MAVEN call :fetchMaven
if not defined MAVEN exit /b 1

rem Settings and the javac options in .mvn are this folder's, wherever the command was typed.
set "MAVEN_BASEDIR=%~dp0"
set "MAVEN_BASEDIR=%MAVEN_BASEDIR:~0,-1%"
rem Maven's own libraries still use what newer JDKs warn about.
set "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED %MAVEN_OPTS%"
call "%MAVEN%" %*
exit /b %ERRORLEVEL%

rem Sets JDK to the folder when it is a new enough JDK.
:consider
if not exist "%~f1\bin\javac.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
set "RELEASE="
for /f "tokens=2 delims==" %%R in ('findstr /b "JAVA_VERSION=" "%~f1\release"') do set "RELEASE=%%~R"
if not defined RELEASE exit /b 0
for /f "tokens=1 delims=.-+_" %%R in ("%RELEASE%") do if %%R GEQ %JDK_WANTED% set "JDK=%~f1"
exit /b 0

rem Sets MAVEN to the program when it is new enough.
:considerMaven
set "FOUND="
for /f "tokens=3" %%V in ('call "%~f1" -Dstyle.color=never -v 2^>nul ^| findstr /c:"Apache Maven"') do if not defined FOUND set "FOUND=%%V"
if not defined FOUND exit /b 0
call :number "%FOUND%" FOUND_NUMBER
call :number "%MAVEN_OLDEST%" OLDEST_NUMBER
if %FOUND_NUMBER% GEQ %OLDEST_NUMBER% set "MAVEN=%~f1"
exit /b 0

:number
for /f "tokens=1-3 delims=.-" %%A in (%1) do set /a "%2=%%A*1000000+%%B*1000+%%C"
exit /b 0

rem Unpacks beside the final place and renames, so that a half-done attempt is never taken for Maven.
:fetchMaven
set "DISTS=%USERPROFILE%\.m2\wrapper\dists"
set "PLACE=%DISTS%\apache-maven-%MAVEN_VERSION%"
if exist "%PLACE%\bin\mvn.cmd" (
    set "MAVEN=%PLACE%\bin\mvn.cmd"
    exit /b 0
)
echo mvnw: no Maven %MAVEN_OLDEST% or newer here; fetching %MAVEN_VERSION% from apache.org 1>&2
set "WORK=%DISTS%\fetch.%RANDOM%%RANDOM%"
mkdir "%WORK%"
set "URL_PATH=maven/maven-3/%MAVEN_VERSION%/binaries/%MAVEN_ARCHIVE%"
curl.exe -fsSL -o "%WORK%\%MAVEN_ARCHIVE%" "https://dlcdn.apache.org/%URL_PATH%" || curl.exe -fsSL -o "%WORK%\%MAVEN_ARCHIVE%" "https://archive.apache.org/dist/%URL_PATH%"
if errorlevel 1 (
    echo mvnw: cannot reach apache.org; install Maven %MAVEN_OLDEST% or newer and put mvn on the PATH. 1>&2
    rmdir /s /q "%WORK%"
    exit /b 1
)
certutil -hashfile "%WORK%\%MAVEN_ARCHIVE%" SHA512 | findstr /i /c:"%MAVEN_SHA512%" >nul
if errorlevel 1 (
    echo mvnw: what apache.org sent is not Maven %MAVEN_VERSION% ^(SHA-512 differs^); nothing was installed. 1>&2
    rmdir /s /q "%WORK%"
    exit /b 1
)
tar.exe -xzf "%WORK%\%MAVEN_ARCHIVE%" -C "%WORK%" && move "%WORK%\apache-maven-%MAVEN_VERSION%" "%DISTS%" >nul
rmdir /s /q "%WORK%"
if exist "%PLACE%\bin\mvn.cmd" set "MAVEN=%PLACE%\bin\mvn.cmd"
exit /b 0
