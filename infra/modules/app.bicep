// Monban itself: two instances behind one https address, probed, without a secret.
param location string
param name string
param botAppId string
param image string
param minReplicas int
param customDomain string
param customDomainCertificateId string
param settings object
param clientSecretUri string
param identityId string
param identityClientId string
param identityName string
param registryServer string
param subnetId string
param workspaceId string
param databaseHost string
param databaseName string
param collectorImage string
param insightsName string
param tags object

var port = 3978
var hasSecret = !empty(clientSecretUri)
var hasCollector = !empty(collectorImage)
var ownHost = '${name}.${containers.properties.defaultDomain}'
var publicHost = empty(customDomain) ? ownHost : customDomain

var proofOfIdentity = hasSecret
  ? [
      {
        name: 'MONBAN_CLIENT_SECRET'
        secretRef: 'client-secret'
      }
    ]
  : [
      {
        name: 'MONBAN_MANAGED_IDENTITY_CLIENT_ID'
        value: identityClientId
      }
    ]

var fixedSettings = [
  {
    name: 'NODE_ENV'
    value: 'production'
  }
  {
    name: 'MONBAN_TENANT_ID'
    value: tenant().tenantId
  }
  {
    name: 'MONBAN_BOT_APP_ID'
    value: botAppId
  }
  {
    name: 'MONBAN_HOST'
    value: '0.0.0.0'
  }
  {
    name: 'MONBAN_PORT'
    value: string(port)
  }
  {
    // The ingress of Container Apps.
    name: 'MONBAN_PROXIES'
    value: '1'
  }
  {
    name: 'MONBAN_PUBLIC_URL'
    value: 'https://${publicHost}'
  }
  {
    name: 'MONBAN_DATABASE_URL'
    value: 'postgres://${identityName}@${databaseHost}/${databaseName}'
  }
  {
    name: 'MONBAN_DATABASE_IDENTITY_CLIENT_ID'
    value: identityClientId
  }
]

var telemetrySettings = hasCollector
  ? [
      {
        name: 'MONBAN_OTLP_URL'
        value: 'http://127.0.0.1:4318'
      }
    ]
  : []

var givenSettings = [
  for setting in items(settings): {
    name: setting.key
    value: string(setting.value)
  }
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource containers 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    vnetConfiguration: {
      infrastructureSubnetId: subnetId
      internal: false
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    zoneRedundant: true
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: containers
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

var collectorConfig = '''
receivers: { otlp: { protocols: { http: { endpoint: 127.0.0.1:4318 } } } }
processors: { batch: {} }
exporters: { azuremonitor: { connection_string: "${env:APPLICATIONINSIGHTS_CONNECTION_STRING}" } }
service:
  pipelines:
    traces: { receivers: [otlp], processors: [batch], exporters: [azuremonitor] }
    metrics: { receivers: [otlp], processors: [batch], exporters: [azuremonitor] }
'''

var collector = {
  name: 'collector'
  image: collectorImage
  args: [
    '--config=env:COLLECTOR_CONFIG'
  ]
  env: [
    {
      name: 'COLLECTOR_CONFIG'
      value: collectorConfig
    }
    {
      name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
      value: insights.properties.ConnectionString
    }
  ]
  resources: {
    cpu: json('0.25')
    memory: '0.5Gi'
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: containers.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
        // A page and the sign-in that it leads to have to meet the same instance.
        stickySessions: {
          affinity: 'sticky'
        }
        customDomains: empty(customDomain)
          ? []
          : [
              {
                name: customDomain
                bindingType: empty(customDomainCertificateId) ? 'Disabled' : 'SniEnabled'
                certificateId: empty(customDomainCertificateId) ? null : customDomainCertificateId
              }
            ]
        traffic: [
          {
            latestRevision: true
            weight: 100
          }
        ]
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: hasSecret
        ? [
            {
              name: 'client-secret'
              keyVaultUrl: clientSecretUri
              identity: identityId
            }
          ]
        : []
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: concat(
        [
          {
            name: 'monban'
            image: image
            env: concat(fixedSettings, proofOfIdentity, telemetrySettings, givenSettings)
            resources: {
              cpu: json('0.5')
              memory: '1Gi'
            }
            probes: [
              {
                type: 'Startup'
                httpGet: {
                  path: '/healthz'
                  port: port
                }
                periodSeconds: 3
                failureThreshold: 20
              }
              {
                type: 'Liveness'
                httpGet: {
                  path: '/healthz'
                  port: port
                }
                periodSeconds: 15
                timeoutSeconds: 5
                failureThreshold: 4
              }
              {
                type: 'Readiness'
                httpGet: {
                  path: '/readyz'
                  port: port
                }
                periodSeconds: 10
                timeoutSeconds: 5
                failureThreshold: 3
              }
            ]
          }
        ],
        hasCollector ? [collector] : []
      )
      scale: {
        minReplicas: minReplicas
        maxReplicas: max(minReplicas, 4)
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
    }
  }
}

output id string = app.id
output host string = publicHost
