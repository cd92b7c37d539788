# Runs Evenkeel at every start of this Windows machine, as a task of the account LOCAL SERVICE, which may change nothing
# but its data. Run in PowerShell as administrator from the clone, after `npm ci` and one `npm start`:
#   powershell -ExecutionPolicy Bypass -File deploy\install-windows.ps1 -Address https://evenkeel.example.com -Proxy 127.0.0.1
param(
    [Parameter(Mandatory)] [string] $Address,
    [string] $Proxy = '',
    [string] $Certificate = '',
    [string] $CertificateKey = '',
    [string] $Data = "$env:ProgramData\Evenkeel",
    [int] $Port = 4580
)
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$node = Join-Path $root 'node_modules\node\bin\node.exe'
if (-not (Test-Path $node)) { throw "There is no $node yet: run npm ci in $root first." }

# The data, key included, for the service and administrators alone (S-1-5-19 is LOCAL SERVICE, S-1-5-32-544 administrators).
New-Item -ItemType Directory -Force $Data | Out-Null
icacls $Data /inheritance:r /grant '*S-1-5-19:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' | Out-Null

$settings = @("EVENKEEL_DATA=$Data", "PORT=$Port", "EVENKEEL_ADDRESS=$Address")
if ($Proxy) { $settings += "EVENKEEL_PROXY=$Proxy" }
if ($Certificate) { $settings += "EVENKEEL_HOST=0.0.0.0", "EVENKEEL_TLS_CERT=$Certificate", "EVENKEEL_TLS_KEY=$CertificateKey" }
$start = Join-Path $Data 'start.cmd'
$lines = @('@echo off') + ($settings | ForEach-Object { "set `"$_`"" }) +
    "`"$node`" `"$root\src\main.ts`" start >> `"$Data\evenkeel.log`" 2>&1"
Set-Content -Path $start -Value $lines -Encoding Ascii

$action = New-ScheduledTaskAction -Execute $start -WorkingDirectory $root
$trigger = New-ScheduledTaskTrigger -AtStartup
$who = New-ScheduledTaskPrincipal -UserId 'NT AUTHORITY\LOCAL SERVICE' -LogonType ServiceAccount
$how = New-ScheduledTaskSettingsSet -ExecutionTimeLimit 0 -RestartCount 3 -RestartInterval (New-TimeSpan -Minutes 1)
Register-ScheduledTask -TaskName 'Evenkeel' -Action $action -Trigger $trigger -Principal $who -Settings $how -Force | Out-Null

if ($Certificate) {
    New-NetFirewallRule -DisplayName 'Evenkeel' -Direction Inbound -Protocol TCP -LocalPort $Port -Action Allow -Profile Domain, Private | Out-Null
}
Start-ScheduledTask -TaskName 'Evenkeel'
Write-Output "Started. The address that signs you in stands at the end of $Data\evenkeel.log."
