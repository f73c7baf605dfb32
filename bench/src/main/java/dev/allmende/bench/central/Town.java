package dev.allmende.bench.central;

import dev.allmende.devcloud.scenario.Scenario;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A made-up cloud with a project and a user for each tenant. */
final class Town {

    private Town() {}

    /** @param volumeSeconds how long a volume is being made */
    static Scenario of(int tenants, int volumeSeconds) {
        var names = IntStream.range(0, tenants).mapToObj(Town::tenant).toList();
        var users = names.stream()
                .map(name -> "  - {name: %s, password: %s, grants: [{project: %s, roles: [member]}]}"
                        .formatted(name, password(name), name))
                .collect(Collectors.joining("\n"));
        return Scenario.parse("town.yaml", """
                name: town
                seed: 1
                tokenLifetime: 24h
                timing: {server: 3s, volume: %ds, delete: 100ms}
                domains:
                  - {name: Default, projects: [admin, %s]}
                users:
                  - {name: admin, password: admin-password, cloud: devcloud-admin, grants: [{project: admin, roles: [admin]}]}
                %s
                services: [{type: identity}, {type: compute}, {type: image}, {type: network}, {type: volumev3}, {type: load-balancer}, {type: dns}]
                """.formatted(volumeSeconds, String.join(", ", names), users));
    }

    static String tenant(int number) {
        return "t-%04d".formatted(number);
    }

    static String password(String tenant) {
        return tenant + "-password";
    }
}
