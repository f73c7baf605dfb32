/** The border to the network: TLS, HTTP/1.1 and HTTP/2, WebSockets, limits. Decides nothing. */
@NullMarked
package dev.allmende.apiserver.http;

import org.jspecify.annotations.NullMarked;
