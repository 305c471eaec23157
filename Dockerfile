FROM python:3.11-slim

# One image for every processor of its kind: machine code compiled here is found again wherever it runs.
ENV PYTHONUNBUFFERED=1 \
    CORRIDOR_LOG=json \
    NUMBA_CPU_NAME=generic \
    NUMBA_CACHE_DIR=/app/build/numba

WORKDIR /app
COPY requirements.lock .
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock

# .dockerignore lets through what the server needs. The user may write to build/ alone, for caches.
COPY . .
RUN python -m compileall -q app.py corridor pages ui \
    && useradd --uid 10001 --create-home explorer \
    && mkdir build \
    && chown explorer build
USER 10001

# Compiles the kernels and compresses what browsers load, so that the first start has neither to do.
RUN python -m ui.server.prepare

EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/readyz', timeout=4)"]
CMD ["python", "-m", "streamlit", "run", "app.py", "--server.address", "0.0.0.0", "--server.port", "8501"]
