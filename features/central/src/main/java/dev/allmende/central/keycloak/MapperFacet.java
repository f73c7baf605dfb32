package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.openstack.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The mappers of one client or identity provider, wanted as a whole and known by their names. */
record MapperFacet(Mappers mappers, List<WantedMapper> want, Map<String, ObjectNode> have) implements Facet {

    static MapperFacet of(Mappers mappers, List<WantedMapper> want) {
        return new MapperFacet(mappers, want, mappers.all());
    }

    @Override
    public List<Difference> drift() {
        var found = new ArrayList<Difference>();
        for (var mapper : want) {
            for (var field : Drift.between(mapper.tree(), there(mapper).orElseGet(Json::object))) {
                found.add(new Difference(path(mapper.name()) + "." + field.path(), field.want(), field.have()));
            }
        }
        unwanted().forEach(name -> found.add(new Difference(path(name), "null", "\"" + name + "\"")));
        return List.copyOf(found);
    }

    @Override
    public void step() {
        Predicate<WantedMapper> missing = mapper -> there(mapper).isEmpty();
        Predicate<WantedMapper> differs = mapper -> there(mapper)
                .filter(found -> !Drift.between(mapper.tree(), found).isEmpty())
                .isPresent();
        var create = want.stream().filter(missing).findFirst();
        var change = want.stream().filter(differs).findFirst();
        if (create.isPresent()) {
            mappers.create(create.get());
        } else if (change.isPresent()) {
            mappers.update(change.get(), there(change.get()).orElseThrow());
        } else {
            unwanted().stream().findFirst().map(have::get).ifPresent(mappers::delete);
        }
    }

    private Optional<ObjectNode> there(WantedMapper mapper) {
        return Optional.ofNullable(have.get(mapper.name()));
    }

    private List<String> unwanted() {
        var names = want.stream().map(WantedMapper::name).toList();
        return have.keySet().stream().filter(name -> !names.contains(name)).toList();
    }

    private static String path(String name) {
        return "mappers[" + name + "]";
    }
}
