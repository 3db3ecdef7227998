@echo off
rem Drop files or folders on this. ASCII only: a console of code page 936 reads this file before the code page is changed.
setlocal
for /f "tokens=2 delims=:." %%p in ('chcp') do set "BEFORE=%%p"
chcp 65001 >nul
set "NODE=%~dp0runtime\node.exe"
set "APP=%~dp0app\bin\secreview.js"
set "OUT=%USERPROFILE%\secreview-out"
if "%~1"=="" goto help
"%NODE%" "%APP%" scan --out-dir "%OUT%" -- %*
set "CODE=%ERRORLEVEL%"
if exist "%OUT%\secreview-report.html" start "" "%OUT%\secreview-report.html"
goto done
:help
"%NODE%" "%APP%" --help
set "CODE=0"
:done
pause
chcp %BEFORE% >nul
exit /b %CODE%
