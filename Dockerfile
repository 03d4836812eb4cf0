# syntax=docker/dockerfile:1
# Two stages build, the last one runs: no compiler, no package manager, no shell, not root.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/bundle.mjs ./scripts/bundle.mjs
COPY src ./src
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM gcr.io/distroless/nodejs24-debian12:nonroot
WORKDIR /app
ENV NODE_ENV=production \
    MONBAN_HOST=0.0.0.0 \
    MONBAN_PORT=3978
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY cards ./cards
COPY infra/graph-permissions.json ./infra/graph-permissions.json
COPY src/triage/knowledge ./src/triage/knowledge
COPY src/cases/policy/approval-policy.yaml ./src/cases/policy/approval-policy.yaml
USER nonroot
EXPOSE 3978
# The image's entry point is node itself; it stops on SIGTERM after what runs has ended.
CMD ["dist/start.js"]
