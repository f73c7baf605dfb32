package dev.allmende.server.shell.draft;

import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.resource.KindsOfATenant;
import dev.allmende.server.shell.resource.References;

/** A kind with a field of every sort. */
final class Machine {

    private static final String SCHEMA = """
            {"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"type":"object"},
             "status":{"type":"object"},
             "spec":{"type":"object","required":["flavor","boot"],
              "x-kubernetes-validations":[{"rule":"self.flavor == oldSelf.flavor","message":"no"},
               {"rule":"has(self.zone) == has(oldSelf.zone) && (!has(self.zone) || self.zone == oldSelf.zone)"},
               {"rule":"self.count > oldSelf.count"}],
              "properties":{
               "count":{"type":"integer","minimum":1,"maximum":9,"default":1,"description":"How many."},
               "ratio":{"type":"number"},
               "zone":{"type":"string","maxLength":10},
               "flavor":{"type":"string","enum":["small","large"]},
               "size":{"enum":[10,20],"type":"integer"},
               "locked":{"type":"boolean","x-kubernetes-validations":[{"rule":"self == oldSelf"}]},
               "port":{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}]},
               "userData":{"type":"string","maxLength":65535},
               "networkRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}},
               "securityGroupRefs":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}}}},
               "keyPairRef":{"type":"string"},
               "secretRef":{"type":"object","properties":{"name":{"type":"string"},"key":{"type":"string"}}},
               "dns":{"type":"array","items":{"type":"string"}},
               "days":{"type":"array","items":{"type":"string","enum":["Mon","Tue"]}},
               "tags":{"type":"object","additionalProperties":{"type":"string"}},
               "attributes":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}},
               "disks":{"type":"array","items":{"type":"object","required":["size"],"properties":{
                 "size":{"type":"integer"},"type":{"type":"string"}}}},
               "boot":{"type":"object","required":["from"],"properties":{"from":{"type":"object","properties":{
                 "image":{"type":"string"}}},"order":{"type":"integer"}}},
               "anything":{"x-kubernetes-preserve-unknown-fields":true},
               "tree":{"$ref":"#/components/schemas/Tree"},
               "wrapped":{"description":"Own words.","allOf":[{"$ref":"#/components/schemas/Leaf"}]}}}}}
            """;

    private static final String OTHERS = """
            {"Tree":{"type":"object","properties":{"name":{"type":"string"},"child":{"$ref":"#/components/schemas/Tree"}}},
             "Leaf":{"type":"object","description":"Their words.","properties":{"colour":{"type":"string"}}}}
            """;

    static final Shape.Fields SHAPE = new Shape.Fields(
            new SchemaReader(Json.parse(OTHERS), new References(KindsOfATenant.of("Server"), KindsOfATenant.ALL))
                    .properties(Json.parse(SCHEMA), 0).stream()
                            .filter(property -> property.name().equals("spec"))
                            .toList());

    private Machine() {}

    static Property field(String name) {
        return ((Shape.Fields) SHAPE.properties().getFirst().shape())
                .properties().stream()
                        .filter(property -> property.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
