# One image for the web, the workers and the reconciler; docker-compose.yml says which is which.

FROM python:3.11.14-slim-bookworm AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /app
# What changes seldom comes first: a change of our code does not install the libraries again.
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --no-install-project
COPY README.md LICENSE ./
COPY checkin checkin
COPY workers workers
RUN uv sync --frozen --no-dev --no-editable

FROM python:3.11.14-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home checkin && install -d -o checkin -m 700 /data
COPY --from=build /app/.venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 CHECKIN_DATA_DIRECTORY=/data CHECKIN_HOST=0.0.0.0
USER checkin
WORKDIR /data
EXPOSE 8000
CMD ["checkin", "web"]
