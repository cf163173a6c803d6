import { NotificationBanner } from "@/components/ui/notification-banner";

/** Says that what was asked for has been done, by the word in `?done=`. */
export function DoneBanner({
  done,
  sentences,
}: {
  done: string | string[] | undefined;
  sentences: Record<string, string>;
}) {
  const sentence = typeof done === "string" && Object.hasOwn(sentences, done) ? sentences[done] : null;
  return sentence ? <NotificationBanner variant="success" heading={sentence} /> : null;
}
