package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.http.Handler;

/** Where requests come in: over the network, and from within. */
public interface Entrance extends Handler, Inside {}
