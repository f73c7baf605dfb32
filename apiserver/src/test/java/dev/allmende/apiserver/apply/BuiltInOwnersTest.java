package dev.allmende.apiserver.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.builtin.BuiltInKinds;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupVersion;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the creator of a built-in object owns: as a kube-apiserver 1.35.4 says of the same objects. */
class BuiltInOwnersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            coordination.k8s.io/v1 | leases | {"spec":{"holderIdentity":"me","leaseDurationSeconds":3}} | {"f:spec":{"f:holderIdentity":{},"f:leaseDurationSeconds":{}}}
            v1 | secrets | {"metadata":{"ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"a","uid":"u1"}],"finalizers":["x.y/z"]},"data":{"a":"Yg=="},"type":"Opaque"} | {"f:metadata":{"f:finalizers":{".":{},"v:\\"x.y/z\\"":{}},"f:ownerReferences":{".":{},"k:{\\"uid\\":\\"u1\\"}":{}}},"f:data":{".":{},"f:a":{}},"f:type":{}}
            v1 | events | {"involvedObject":{"kind":"ConfigMap","name":"a","namespace":"ns"},"reason":"R","message":"m","source":{"component":"c"},"type":"Normal","count":1,"firstTimestamp":"2026-01-01T00:00:00Z"} | {"f:count":{},"f:firstTimestamp":{},"f:involvedObject":{},"f:message":{},"f:reason":{},"f:source":{"f:component":{}},"f:type":{}}
            v1 | serviceaccounts | {"secrets":[{"name":"q"}],"imagePullSecrets":[{"name":"p"}],"automountServiceAccountToken":false} | {"f:automountServiceAccountToken":{},"f:imagePullSecrets":{},"f:secrets":{".":{},"k:{\\"name\\":\\"q\\"}":{}}}
            rbac.authorization.k8s.io/v1 | roles | {"rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}]} | {"f:rules":{}}
            rbac.authorization.k8s.io/v1 | rolebindings | {"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"r"},"subjects":[{"kind":"User","name":"u"}]} | {"f:roleRef":{},"f:subjects":{}}
            rbac.authorization.k8s.io/v1 | clusterroles | {"aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"a":"b"}}]}} | {"f:aggregationRule":{".":{},"f:clusterRoleSelectors":{}}}
            apiextensions.k8s.io/v1 | customresourcedefinitions | {"spec":{"group":"g","scope":"Namespaced","names":{"plural":"ks","singular":"k","kind":"K","listKind":"KList"},"versions":[{"name":"v1"}],"conversion":{"strategy":"None"}}} | {"f:spec":{"f:conversion":{".":{},"f:strategy":{}},"f:group":{},"f:names":{"f:kind":{},"f:listKind":{},"f:plural":{},"f:singular":{}},"f:scope":{},"f:versions":{}}}
            v1 | configmaps | {"metadata":{"labels":{"x":"y"}},"data":{"k":"v","l":"w"}} | {"f:data":{".":{},"f:k":{},"f:l":{}},"f:metadata":{"f:labels":{".":{},"f:x":{}}}}
            """)
    void aCreatorOwnsWhatItWroteButNotThePartsThatAreAlwaysThere(
            String version, String plural, String body, String expected) {
        var kind = BuiltInKinds.find(GroupVersion.parse(version), plural).orElseThrow();
        var object = (ObjectNode) Json.parse(body);
        object.put("apiVersion", version).put("kind", kind.served().kind());
        object.withObjectProperty("metadata").put("name", "x");

        var result = FieldTracking.of(kind.served(), "").track(null, object, "kubectl", Instant.EPOCH);

        assertThat(owned(result)).isEqualTo(Json.parse(expected));
    }

    private static JsonNode owned(ObjectNode object) {
        return Managed.entries(object).get(0).path("fieldsV1");
    }
}
