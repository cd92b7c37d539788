/** What an address such as /sign-in?problem=… says went wrong. Only codes travel in addresses, never sentences. */
const PROBLEMS: Record<string, string> = {
  spent: 'That address has been used or has expired. Whoever runs Evenkeel can get a new one.',
  late: 'That took too long, or was begun in another browser. Try again.',
  provider: "Your provider of single sign-on didn't let you in. Try again; if it stays, tell whoever set it up.",
  uninvited: 'Nobody here has invited you under this address. Ask for an invitation, open it, and sign in from there.',
  invitation:
    "This invitation can't be used that way: it was used or withdrawn, or its address has an account already. Sign in with that, or ask for a new one.",
};

/** The sentence for a code; a code that nobody knows still says that it didn't work. */
export function problemSentence(code: string): string {
  return Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code]! : "Signing in didn't work. Try again, or use another way.";
}
