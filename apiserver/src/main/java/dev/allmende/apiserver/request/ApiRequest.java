package dev.allmende.apiserver.request;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A request, apart from how it came.
 *
 * @param path decoded, beginning with a slash
 * @param uri as sent, for the audit log
 * @param certificates the peer's chain, verified by TLS; empty when it showed none
 * @param remote the peer's address without port
 * @param upgrade whether it asks to go on as a WebSocket
 */
public record ApiRequest(
        String method,
        String path,
        String uri,
        Query query,
        Headers headers,
        byte[] body,
        List<X509Certificate> certificates,
        String remote,
        boolean upgrade) {}
