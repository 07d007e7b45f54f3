// A portal on Azure App Service whose tables are in Microsoft Fabric. How to use it: docs/howto/host-on-azure.md.
targetScope = 'resourceGroup'

@description('Begins the names of all resources.')
@minLength(3)
@maxLength(16)
param name string = 'portal'

@description('Where the resources are; near the Fabric capacity.')
param location string = resourceGroup().location

@description('Size of the App Service plan. What each carries stands in the how-to.')
@allowed([
  'F1'
  'B1'
  'B2'
  'B3'
  'P0v3'
  'P1v3'
])
param size string = 'B1'

@description('How many servers; several need no sticky sessions.')
@minValue(1)
@maxValue(3)
param instances int = 1

@description('A container image such as ghcr.io/you/training-portal:1, instead of Java 25 of the platform and a jar.')
param image string = ''

@description('Whether the portal works with an identity of its own kind that outlives the app, instead of the app\'s.')
param userAssigned bool = false

@description('The id of the Fabric workspace, in its address after /groups/.')
@minLength(36)
@maxLength(36)
param fabricWorkspaceId string

@description('The id of the lakehouse, in its address after /lakehouses/.')
@minLength(36)
@maxLength(36)
param fabricLakehouseId string

@description('The host of the lakehouse\'s SQL connection string, for reports; may be empty.')
param fabricSqlEndpoint string = ''

@description('Where people open the site, such as the one on GitHub Pages; empty for the app itself.')
param publicUrl string = ''

@description('Other sites whose pages may call the portal, such as https://someone.github.io.')
param siteOrigins array = []

@description('The first admin\'s e-mail address.')
param adminEmail string = 'admin@powerbi.training'

@description('Who may register.')
@allowed([
  'open'
  'invite'
  'closed'
])
param registrationMode string = 'invite'

@description('The key that signs access tokens: openssl rand -base64 48. Empty to keep the one in the vault.')
@secure()
param secretKey string = ''

@description('A token to read metrics with: openssl rand -base64 48. Empty for admins only.')
@secure()
param metricsToken string = ''

@description('Days that log lines are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

var unique = uniqueString(resourceGroup().id, name)
var appName = '${name}-${unique}'
var tags = {
  app: 'training-portal'
}
// Of the built-in role "Key Vault Secrets User".
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var port = '8080'

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs-${unique}'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logDays
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan-${unique}'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: size
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = if (userAssigned) {
  name: '${name}-identity-${unique}'
  location: location
  tags: tags
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  tags: union(tags, {
    'azd-service-name': 'portal'
  })
  kind: empty(image) ? 'app,linux' : 'app,linux,container'
  identity: userAssigned ? {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  } : {
    type: 'SystemAssigned'
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Every server knows who signed in at another.
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: userAssigned ? identity.id : 'SystemAssigned'
    siteConfig: {
      linuxFxVersion: empty(image) ? 'JAVA|25-java25' : 'DOCKER|${image}'
      alwaysOn: size != 'F1'
      webSocketsEnabled: true
      healthCheckPath: '/api/v1/health'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
      // What the portal prints, such as the first password, for az webapp log tail; on Linux that is no log of requests.
      httpLoggingEnabled: true
    }
  }
}

// Whoever deploys signs in; there are no passwords to lose.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  // At most 24 characters, and none of a name that could end in a hyphen.
  name: 'kv${unique}'
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource signingKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(secretKey)) {
  parent: vault
  name: 'SECRET-KEY'
  properties: {
    value: secretKey
  }
}

resource scrapeToken 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(metricsToken)) {
  parent: vault
  name: 'METRICS-TOKEN'
  properties: {
    value: metricsToken
  }
}

resource appReadsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, appName, secretsUser, string(userAssigned))
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: userAssigned ? identity!.properties.principalId : app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union({
    SPRING_PROFILES_ACTIVE: 'packaged'
    PORTAL_ADDRESS: '0.0.0.0'
    PORT: port
    WEBSITES_PORT: port
    // The platform's front end, and nobody else, says who asks.
    TRUSTED_PROXIES: 'link-local'
    PUBLIC_URL: empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl
    ALLOWED_ORIGINS: string(siteOrigins)
    REGISTRATION_MODE: registrationMode
    DEFAULT_ADMIN_EMAIL: adminEmail
    STORE: 'onelake'
    // Nothing is kept there; the folder that the app starts in may be read-only.
    PORTAL_DATA_DIR: '/tmp/portal-data'
    FABRIC_WORKSPACE_ID: fabricWorkspaceId
    FABRIC_LAKEHOUSE_ID: fabricLakehouseId
    FABRIC_SQL_ENDPOINT: fabricSqlEndpoint
    // Of a user-assigned identity; the app's own has none.
    FABRIC_CLIENT_ID: userAssigned ? identity!.properties.clientId : ''
    SECRET_KEY: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/SECRET-KEY)'
    // As in packaging/server/jvm-options.args, which a container has within.
    JAVA_OPTS: '-Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED'
    // Seconds; the portal takes up to 20 to finish what it has begun, and the platform would give it 5.
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '60'
    WEBSITES_CONTAINER_START_TIME_LIMIT: '600'
    WEBSITES_ENABLE_APP_SERVICE_STORAGE: empty(image) ? 'true' : 'false'
  }, empty(metricsToken) ? {} : {
    METRICS_TOKEN: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/METRICS-TOKEN)'
  })
  dependsOn: [
    appReadsSecrets
    signingKey
    scrapeToken
  ]
}

// Not the log of requests: addresses of recordings carry tickets, and who asked from where is nobody's business.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'to-log-analytics'
  properties: {
    workspaceId: logs.id
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

@description('Where the portal answers; the site on GitHub Pages is made with it.')
output portalUrl string = 'https://${app.properties.defaultHostName}'

@description('To deploy to.')
output appName string = app.name

@description('Whom to make a Contributor of the Fabric workspace.')
output identityName string = userAssigned ? identity.name : app.name

@description('The same, as an object id.')
output principalId string = userAssigned ? identity!.properties.principalId : app.identity.principalId

@description('Where the keys are.')
output vaultName string = vault.name

@description('Where log lines are asked for.')
output logsName string = logs.name
