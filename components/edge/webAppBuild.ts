/** How Amplify builds a Vite app that npm installs: AWS, "Configuring the build settings for an Amplify application". */
export const VITE_BUILD = `version: 1
frontend:
  phases:
    preBuild:
      commands:
        - npm ci
    build:
      commands:
        - npm run build
  artifacts:
    baseDirectory: dist
    files:
      - "**/*"
  cache:
    paths:
      - node_modules/**/*
`;

const ASSETS = "css|gif|ico|jpg|js|png|txt|svg|woff|woff2|ttf|map|json|webp";

/**
 * Any path that is not a file is the app's own, and gets the app. "200" rewrites; a redirect would lose the path.
 * AWS, "Redirects for single page web apps".
 */
export const SPA_RULE = {
  source: `</^[^.]+$|\\.(?!(${ASSETS})$)([^.]+$)/>`,
  status: "200",
  target: "/index.html",
};
