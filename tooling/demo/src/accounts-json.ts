import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './people'

/** For `npm start`, which writes them into stack.json and shows them: it cannot import a package that stands on it. */
const accounts = DEMO_ACCOUNTS.flatMap(({ username, name, memberships }) =>
  memberships.map(({ role, region, bodyName }) => ({
    user: username,
    password: DEMO_PASSWORD,
    role,
    region,
    name,
    body: bodyName,
  })),
)
process.stdout.write(JSON.stringify(accounts))
