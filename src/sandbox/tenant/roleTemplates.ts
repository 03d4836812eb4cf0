/** Template ids of Entra's built-in roles that somebody of the simulated tenant holds. They are the same in every tenant. */
export const roleTemplates = {
  'Global Administrator': '62e90394-69f5-4237-9190-012177145e10',
  'Privileged Authentication Administrator': '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  'Authentication Administrator': 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
  'Helpdesk Administrator': '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  'User Administrator': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  'Global Reader': 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  'Groups Administrator': 'fdd7a751-b60b-444a-984c-02652fe8fa1c',
  'Security Administrator': '194ae4cb-b126-40b2-bd5b-6091b380977d',
} as const;

export type RoleName = keyof typeof roleTemplates;

/** All role names, in the order above. */
export const roleNames = [
  'Global Administrator',
  'Privileged Authentication Administrator',
  'Authentication Administrator',
  'Helpdesk Administrator',
  'User Administrator',
  'Global Reader',
  'Groups Administrator',
  'Security Administrator',
] as const satisfies readonly RoleName[];
