package dev.allmende.server.shell.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferencesTest {

    ReferencesTest() {}

    @ParameterizedTest
    @CsvSource({
        "Subnet,networkRef,networks.network.allmende.dev",
        "Router,externalNetworkRef,networks.network.allmende.dev",
        "Server,keyPairRef,keypairs.compute.allmende.dev",
        "Server,keypairRef,keypairs.compute.allmende.dev",
        "Port,securityGroupRefs,securitygroups.network.allmende.dev",
        "SecurityGroup,remoteGroupRef,securitygroups.network.allmende.dev",
        "Server,groupRef,servergroups.compute.allmende.dev",
        "Group,parentRef,groups.identity.allmende.dev",
        "Role,roleRef,roles.identity.allmende.dev",
        "Volume,snapshotRef,volumesnapshots.volume.allmende.dev",
        "Server,bootVolumeRef,volumes.volume.allmende.dev",
        "Realm,secretRef,secrets",
        "Subnet,cloudRef,clouds.tenancy.allmende.dev"
    })
    void theNameOfAFieldTellsTheKindThatItNames(String from, String field, String id) {
        var references = new References(KindsOfATenant.of(from), KindsOfATenant.ALL);
        assertThat(references.target(field).map(Kind::id)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"Server,flavorRef", "Server,network", "Server,Ref", "Server,xRef", "Server,reference"})
    void whatCannotBeToldIsLeftOpen(String from, String field) {
        assertThat(new References(KindsOfATenant.of(from), KindsOfATenant.ALL).target(field))
                .isEmpty();
    }

    @Test
    void referencesAreFoundHoweverDeepTheyAre() {
        var server = Json.parse("""
                {"spec":{"ports":[{"networkRef":{"name":"web"}},{"portRef":{"name":"p"},"subnetRef":{}}],
                 "securityGroupRefs":[{"name":"a"},{"name":"b"}],"imageRef":{"name":"debian"},"keyPairRef":"anna",
                 "ownerRef":{"kind":"Realm","name":"team"},"prefs":{"name":"no"}},
                 "status":{"hostRef":{"name":"not-wanted"}}}
                """);
        assertThat(new References(KindsOfATenant.of("Server"), KindsOfATenant.ALL).of(server))
                .extracting(one -> one.path() + "=" + one.kind().map(Kind::name).orElse("?") + " " + one.name())
                .containsExactly(
                        "spec.ports[0].networkRef=Network web",
                        "spec.ports[1].portRef=Port p",
                        "spec.securityGroupRefs[0]=SecurityGroup a",
                        "spec.securityGroupRefs[1]=SecurityGroup b",
                        "spec.imageRef=? debian",
                        "spec.keyPairRef=KeyPair anna",
                        "spec.ownerRef=Realm team");
    }

    @Test
    void aLinkLeadsToTheNamespaceOrToNone() {
        var subnet = Json.parse("{\"spec\":{\"networkRef\":{\"name\":\"web\"},\"cloudRef\":{\"name\":\"demo\"}}}");
        assertThat(new References(KindsOfATenant.of("Subnet"), KindsOfATenant.ALL).of(subnet))
                .extracting(one -> one.link("blue").href())
                .containsExactly(
                        "/ui/namespaces/blue/networks.network.allmende.dev/web",
                        "/ui/cluster/clouds.tenancy.allmende.dev/demo");
    }
}
