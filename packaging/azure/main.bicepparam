// The settings of one portal, from the environment: az deployment group create --parameters packaging/azure/main.bicepparam
using './main.bicep'

param name = readEnvironmentVariable('PORTAL_NAME', 'portal')
param size = readEnvironmentVariable('PORTAL_SIZE', 'B1')
param image = readEnvironmentVariable('PORTAL_IMAGE', '')
param userAssigned = bool(readEnvironmentVariable('PORTAL_USER_ASSIGNED', 'false'))
param fabricWorkspaceId = readEnvironmentVariable('FABRIC_WORKSPACE_ID')
param fabricLakehouseId = readEnvironmentVariable('FABRIC_LAKEHOUSE_ID')
param fabricSqlEndpoint = readEnvironmentVariable('FABRIC_SQL_ENDPOINT', '')
param publicUrl = readEnvironmentVariable('PUBLIC_URL', '')
param siteOrigins = json(readEnvironmentVariable('ALLOWED_ORIGINS', '[]'))
param adminEmail = readEnvironmentVariable('DEFAULT_ADMIN_EMAIL', 'admin@powerbi.training')
param registrationMode = readEnvironmentVariable('REGISTRATION_MODE', 'invite')
param secretKey = readEnvironmentVariable('SECRET_KEY', '')
param metricsToken = readEnvironmentVariable('METRICS_TOKEN', '')
