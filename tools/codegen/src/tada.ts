import { initGraphQLTada, readFragment, type FragmentOf, type ResultOf } from "gql.tada";
import type { introspection } from "../generated/graphql-env";
import { ask } from "./ask";

const graphql = initGraphQLTada<{
  introspection: introspection;
  // All of them travel as text: ISO 8601, and decimals without loss.
  scalars: { Date: string; DateTime: string; Decimal: string };
}>();

const PageLink = graphql(`
  fragment PageLink on PageInterface {
    id
    title
    path
    locale { code }
  }
`);

const Blocks = graphql(`
  fragment Blocks on StreamFieldInterface {
    __typename
    id
    ... on HeadingBlock { text level anchor }
    ... on ParagraphBlock { html }
    ... on QuoteBlock { text attribution { name role organisation } }
    ... on PictureBlock { picture { alt sources(preset: CARD) { type srcset sizes } } caption }
    ... on KeyFiguresBlock { figures { value unit label } }
  }
`);

const NewsPageQuery = graphql(
  `
    query NewsAt($path: String!) {
      route(path: $path) {
        __typename
        ... on PageRoute {
          isFallback
          page {
            __typename
            ...PageLink
            ... on NewsPage { date lead body { ...Blocks } }
            ... on ProjectPage { status startDate body { ...Blocks } }
          }
        }
        ... on RedirectRoute { location isPermanent }
        ... on NotFoundRoute { suggestions { ...PageLink } }
      }
    }
  `,
  [PageLink, Blocks],
);

const ProjectsQuery = graphql(`
  query Projects($locale: String!, $filter: ProjectFilter) {
    projectPages(locale: $locale, filter: $filter, orderBy: NEWEST) {
      totalCount
      nodes { title status }
    }
  }
`);

/** What a path leads to; `__typename` tells the kinds of route and page apart. */
export async function titleAt(path: string): Promise<string> {
  const { route } = await ask(NewsPageQuery, { path });
  switch (route.__typename) {
    case "PageRoute": {
      const link = readFragment(PageLink, route.page);
      if (route.page.__typename === "NewsPage") {
        return `${route.page.date} ${link.title}: ${route.page.body.map(text).join("\n")}`;
      }
      if (route.page.__typename === "ProjectPage") {
        return `${link.title} (${route.page.status})`;
      }
      return link.title;
    }
    case "RedirectRoute":
      return `moved to ${route.location}`;
    case "NotFoundRoute":
      return route.suggestions.map((page) => readFragment(PageLink, page).title).join(", ");
  }
}

/** A block's text. Each case knows the fields of its block. */
export function text(masked: FragmentOf<typeof Blocks>): string {
  const block = readFragment(Blocks, masked);
  switch (block.__typename) {
    case "HeadingBlock":
      return `${"#".repeat(block.level)} ${block.text}`;
    case "ParagraphBlock":
      return block.html;
    case "PictureBlock":
      return block.picture?.alt ?? "";
    default:
      return ""; // a block that came after this was written
  }
}

type Project = ResultOf<typeof ProjectsQuery>["projectPages"]["nodes"][number];

export async function running(locale: string): Promise<Project[]> {
  const { projectPages } = await ask(ProjectsQuery, { locale, filter: { status: ["ACTIVE"] } });
  return projectPages.nodes;
}
