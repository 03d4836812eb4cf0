/** Permissions of the calls for which Microsoft's list names none; from the documentation page of each call. */
export const unlistedPermissions: Readonly<Record<string, readonly string[]>> = {
  'POST /$batch': [],
  'GET /policies/authenticationMethodsPolicy/authenticationMethodConfigurations': [
    'Policy.Read.AuthenticationMethod',
    'Policy.ReadWrite.AuthenticationMethod',
    'Policy.Read.All',
  ],
  'GET /admin/serviceAnnouncement/healthOverviews/{serviceHealth-id}/issues': ['ServiceHealth.Read.All'],
};
