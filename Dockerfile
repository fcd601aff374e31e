# The bot alone; its MongoDB runs beside it (compose.yaml) or elsewhere (MONGODB_URI).
FROM node:24-slim

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY src ./src
COPY flex-messages ./flex-messages
COPY scripts ./scripts
COPY samples ./samples

# What must outlive the container beside the database: the ledger of erasures. Nothing else here can be written to.
RUN mkdir /data && chown node:node /data
VOLUME /data

# glibc keeps freed memory in up to eight arenas a core; two are plenty.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data MALLOC_ARENA_MAX=2
USER node
EXPOSE 3000

# The first start may have to make indexes; after that an answer takes milliseconds.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# The bot finishes what it has begun and then ends; 25 seconds at most.
STOPSIGNAL SIGTERM
# The flags of npm start in package.json, which cannot be asked here: npm would stand between the bot and its signals.
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=512", "src/start.mjs"]
