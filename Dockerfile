# syntax=docker/dockerfile:1

FROM node:22-bookworm-slim AS build
WORKDIR /app
# For the case that no ready-made SQLite module fits.
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
ENV NEXT_TELEMETRY_DISABLED=1
# Dependencies first: they change less often than the sources.
COPY package.json package-lock.json ./
RUN PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm start -- --prepare \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf .next/cache

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 MALLOC_ARENA_MAX=2 PORT=3000 DATA_DIR=/data
# The address of the site as its readers type it: docker run -e SITE_URL=https://blog.example.org …
ENV SITE_URL=""
COPY --from=build /app ./
RUN mkdir -m 0700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself receives SIGTERM, finishes requests and closes the database.
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=384", "--enable-source-maps", "dist/server.mjs"]
