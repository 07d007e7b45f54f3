@echo off
rem The portal at the command line. Wants a Java 25: that of JAVA_HOME, or the one that is found.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "home=%~dp0.."
set "cache="
if exist "%home%\lib\portal.aot" set "cache=-XX:AOTCache=%home%\lib\portal.aot"
"%java%" %cache% "@%home%\lib\jvm-options.args" "-Dportal.home=%home%" -cp "%home%\lib\portal-cli.jar" training.powerbi.cli.Portal %*
exit /b %ERRORLEVEL%
