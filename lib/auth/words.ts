import type { RefusalParams } from "@/lib/platform/refusals";

export const authRefusals: Record<string, (params: RefusalParams) => string> = {
  "wrong-sign-in": () => "The email address or the password is not right. Check both and try again",
  "wrong-password": () => "The password is not right. Enter the password that you sign in with",
  "too-many-tries": ({ seconds }) =>
    `There were too many wrong tries. Wait ${waitWords(Number(seconds))}, then try again`,
  "sign-in-busy": () => "Very many people are signing in. Wait a few seconds, then try again",
  "demonstration-only": () => "This works with demonstration data only",
  "not-a-demonstration-account": () => "This demonstration account can't be used. Choose another one",
  "form-of-another-person": () =>
    "This form was opened by somebody else. What was typed has been dropped. Sign in and start again",
  "form-lapsed": () =>
    "What you typed was kept for 30 minutes, and that time is over. Sign in and start again",
  "form-unreadable": () => "We could not tell which form this is. Check what you typed and send it again",
};

function waitWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
