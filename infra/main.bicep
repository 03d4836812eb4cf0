// Everything that Monban needs in Azure, in one resource group. docs/infrastructure.md explains each part.
// No secret is a parameter or an output: Monban proves who it is by a managed identity.
targetScope = 'resourceGroup'

@description('Where everything is created. The Azure Bot itself has no region.')
param location string = resourceGroup().location

@description('The beginning of every name: small letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'monban'

@description('The application (client) id of the app registration that npm run app:register made.')
param botAppId string

@description('The image, with its registry: myregistry.azurecr.io/monban@sha256:… (a digest, so that what was tested is what runs).')
param image string

@description('The name of the registry in this resource group that the image is pulled from. It is created where it does not exist.')
@minLength(5)
@maxLength(50)
param registryName string

@description('How many instances run at least. Two, so that one can be replaced or lost.')
@minValue(1)
@maxValue(10)
param minReplicas int = 2

@description('The host name under which people reach Monban. Empty: the one that Container Apps gives.')
param customDomain string = ''

@description('The id of the managed certificate of that host name, made in the environment once its DNS record is there.')
param customDomainCertificateId string = ''

@description('Monban\'s own settings, each as .env.example explains it: { MONBAN_APPROVER_GROUP_IDS: \'…\' }. Nothing secret belongs here.')
param settings object = {}

@description('The address of a client secret in a key vault (https://….vault.azure.net/secrets/…), only where the tenant does not allow federated credentials.')
param clientSecretUri string = ''

@description('Object id and name of the Entra group whose members administer the database.')
param databaseAdminGroupId string
param databaseAdminGroupName string

@description('Compute of the database: B1ms will do for a few thousand people without a standby; a standby needs General Purpose.')
param databaseSku object = {
  name: 'Standard_D2ds_v5'
  tier: 'GeneralPurpose'
}

@description('A standby of the database in another zone.')
param databaseStandby bool = true

@description('The image of an OpenTelemetry collector that sends on to Application Insights. Empty: no traces and metrics are sent.')
param collectorImage string = ''

@description('Who gets mail when something needs a person.')
param alertMail string

@description('For how long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

param tags object = {
  application: 'monban'
}

module observability 'modules/observability.bicep' = {
  name: 'observability'
  params: {
    location: location
    name: name
    retentionDays: logRetentionDays
    tags: tags
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    location: location
    name: name
    tags: tags
  }
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    location: location
    name: name
    registryName: registryName
    tags: tags
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    location: location
    name: name
    readerPrincipalId: identity.outputs.principalId
    workspaceId: observability.outputs.workspaceId
    tags: tags
  }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    location: location
    name: name
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseDnsZoneId
    sku: databaseSku
    standby: databaseStandby
    adminGroupId: databaseAdminGroupId
    adminGroupName: databaseAdminGroupName
    workspaceId: observability.outputs.workspaceId
    tags: tags
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    location: location
    name: name
    botAppId: botAppId
    image: image
    minReplicas: minReplicas
    customDomain: customDomain
    customDomainCertificateId: customDomainCertificateId
    settings: settings
    clientSecretUri: clientSecretUri
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    identityName: identity.outputs.name
    registryServer: identity.outputs.registryServer
    subnetId: network.outputs.appSubnetId
    workspaceId: observability.outputs.workspaceId
    databaseHost: database.outputs.host
    databaseName: database.outputs.databaseName
    collectorImage: collectorImage
    insightsName: observability.outputs.insightsName
    tags: tags
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    botAppId: botAppId
    host: app.outputs.host
    tags: tags
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    name: name
    mail: alertMail
    appId: app.outputs.id
    databaseId: database.outputs.id
    workspaceId: observability.outputs.workspaceId
    minReplicas: minReplicas
    tags: tags
  }
}

@description('Set it as MONBAN_PUBLIC_URL for npm run package.')
output publicUrl string = 'https://${app.outputs.host}'

@description('For npm run app:register -- --federate: Entra then lets this identity act as the app registration.')
output identityPrincipalId string = identity.outputs.principalId

@description('The name by which the database knows the identity.')
output databaseUser string = identity.outputs.name
