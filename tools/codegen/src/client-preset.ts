import {
  NewsListDocument,
  RouteDocument,
  type BlocksFragment,
} from "../generated/client-preset/graphql";
import { ask } from "./ask";

/** What a path leads to; `__typename` tells the kinds of route and page apart. */
export async function titleAt(path: string): Promise<string> {
  const { route } = await ask(RouteDocument, { path });
  switch (route.__typename) {
    case "PageRoute":
      return route.page.title;
    case "RedirectRoute":
      return `moved to ${route.location}`;
    case "NotFoundRoute":
      return route.suggestions.map((page) => page.title).join(", ");
  }
}

/** A block's text. Each case knows the fields of its block. */
export function text(block: BlocksFragment): string {
  switch (block.__typename) {
    case "HeadingBlock":
      return `${"#".repeat(block.level)} ${block.text}`;
    case "ParagraphBlock":
      return block.html;
    case "QuoteBlock":
      return `“${block.text}” ${block.attribution?.name ?? ""}`;
    case "PictureBlock":
      return block.picture?.alt ?? "";
    case "KeyFiguresBlock":
      return block.figures.map(({ value, unit }) => `${value} ${unit ?? ""}`).join();
    default:
      return ""; // a block that came after this was written
  }
}

export async function newestInArabic(): Promise<string[]> {
  const { newsPages } = await ask(NewsListDocument, { locale: "ar", fallback: ["fr", "en"] });
  return newsPages.nodes.map((page) => `${page.date} ${page.title} ${page.isFallback}`);
}
