// The bot as Teams knows it: one tenant, no password, the Teams channel and no other.
param name string
param botAppId string
param host string
param tags object

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'Monban'
    endpoint: 'https://${host}/api/messages'
    msaAppId: botAppId
    msaAppTenantId: tenant().tenantId
    msaAppType: 'SingleTenant'
    disableLocalAuth: true
    isStreamingSupported: false
    publicNetworkAccess: 'Enabled'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      enableCalling: false
      acceptedTerms: true
    }
  }
}
