package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.discovery.Discovery;
import dev.allmende.apiserver.discovery.ServerVersion;
import dev.allmende.apiserver.openapi.OpenApi;
import dev.allmende.apiserver.registry.Catalog;
import java.util.List;

/** What is served at one moment, and how it is told. */
public record Published(Catalog catalog, Discovery discovery, OpenApi openApi) {

    public static final Published NOTHING = nothing();

    private static Published nothing() {
        var discovery = new Discovery(List.of(), "");
        return new Published(
                new Catalog(List.of()), discovery, OpenApi.of(discovery, ServerVersion.CURRENT.apiVersion()));
    }
}
