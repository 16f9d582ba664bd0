# Planfirst in a container: the versions of requirements.lock, a user of its own, data in /data.
# Planfirst itself is built from this folder, so `docker build -t planfirst .` needs nothing but it.
FROM python:3.13-slim AS build
WORKDIR /build
RUN python -m venv /opt/planfirst
COPY requirements.lock .
RUN /opt/planfirst/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY bot bot
COPY adapters adapters
COPY dialogs dialogs
COPY storage storage
RUN /opt/planfirst/bin/pip install --no-cache-dir --no-deps .

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --create-home planfirst
COPY --from=build /opt/planfirst /opt/planfirst
ENV PATH=/opt/planfirst/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PLANFIRST_DATABASE_URL=sqlite:////data/planfirst.db
USER planfirst
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD python -c \
    "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ.get(\"PLANFIRST_PORT\", 3978)}/readyz')"
ENTRYPOINT ["planfirst"]
CMD ["run"]
