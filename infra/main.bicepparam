// Copy it beside, fill it in: az deployment group create --resource-group … --parameters my.bicepparam
using 'main.bicep'

param botAppId = '00000000-0000-0000-0000-000000000000'
param image = 'myregistry.azurecr.io/monban:0.1.0'
param registryName = 'myregistry'
param alertMail = 'it@example.com'
param databaseAdminGroupId = '00000000-0000-0000-0000-000000000000'
param databaseAdminGroupName = 'Database administrators'
param settings = {
  MONBAN_APPROVER_GROUP_IDS: '00000000-0000-0000-0000-000000000000'
  MONBAN_BREAK_GLASS_IDS: '00000000-0000-0000-0000-000000000000'
  MONBAN_STAFF_CHANNEL_ID: '19:0123456789abcdef@thread.tacv2'
  MONBAN_STAFF_SERVICE_URL: 'https://smba.trafficmanager.net/jp/'
}
