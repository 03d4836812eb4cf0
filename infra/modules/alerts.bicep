// What wakes a person. Each alert names what to do in docs/operating.md.
param location string
param name string
param mail string
param appId string
param databaseId string
param workspaceId string
param minReplicas int
param tags object

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-people'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      {
        name: 'mail'
        emailAddress: mail
        useCommonAlertSchema: true
      }
    ]
  }
}

var logAlerts = [
  {
    name: 'job-buried'
    severity: 1
    text: 'A job was given up: somebody was not told, or a remedy is unfinished. A person has to look.'
    query: 'ContainerAppConsoleLogs | where Log has_any ("job buried", "job buried without a try")'
  }
  {
    name: 'turn-failed'
    severity: 2
    text: 'People see "something went wrong".'
    query: 'ContainerAppConsoleLogs | where Log has "turn failed"'
  }
  {
    name: 'start-failed'
    severity: 1
    text: 'An instance does not start: its settings, the database or the knowledge.'
    query: 'ContainerAppConsoleLogs | where Log has_any ("start failed", "Monban cannot start")'
  }
]

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: '${name}-${alert.name}'
    location: location
    tags: tags
    properties: {
      description: alert.text
      severity: alert.severity
      enabled: true
      scopes: [
        workspaceId
      ]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT5M'
      autoMitigate: true
      // The table is made by the first line of log; until then the query would be refused.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: '${alert.query} | where ContainerAppName == "${name}"'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          people.id
        ]
      }
    }
  }
]

var metricAlerts = [
  {
    name: 'too-few-instances'
    severity: 1
    text: 'Fewer instances run than there are to be.'
    scope: appId
    namespace: 'Microsoft.App/containerapps'
    metric: 'Replicas'
    aggregation: 'Maximum'
    operator: 'LessThan'
    threshold: minReplicas
  }
  {
    name: 'restarts'
    severity: 2
    text: 'An instance is started again and again.'
    scope: appId
    namespace: 'Microsoft.App/containerapps'
    metric: 'RestartCount'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 3
  }
  {
    name: 'database-storage'
    severity: 2
    text: 'The disk of the database fills up.'
    scope: databaseId
    namespace: 'Microsoft.DBforPostgreSQL/flexibleServers'
    metric: 'storage_percent'
    aggregation: 'Average'
    operator: 'GreaterThan'
    threshold: 80
  }
  {
    name: 'database-down'
    severity: 0
    text: 'The database does not answer.'
    scope: databaseId
    namespace: 'Microsoft.DBforPostgreSQL/flexibleServers'
    metric: 'is_db_alive'
    aggregation: 'Maximum'
    operator: 'LessThan'
    threshold: 1
  }
]

resource metricAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in metricAlerts: {
    name: '${name}-${alert.name}'
    location: 'global'
    tags: tags
    properties: {
      description: alert.text
      severity: alert.severity
      enabled: true
      scopes: [
        alert.scope
      ]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricNamespace: alert.namespace
            metricName: alert.metric
            timeAggregation: alert.aggregation
            operator: alert.operator
            threshold: alert.threshold
          }
        ]
      }
      actions: [
        {
          actionGroupId: people.id
        }
      ]
    }
  }
]
