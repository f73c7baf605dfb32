package dev.allmende.openstack.loadbalancer;

import dev.allmende.openstack.resource.Wanted;
import java.util.List;

/** What a load balancer and all its parts but rules can be asked to be. */
public interface PartWish<W extends PartWish<W>> extends Wanted<W> {

    default W adminUp(boolean up) {
        return with(fields().with("admin_state_up", up));
    }

    default W tags(List<String> tags) {
        return with(fields().texts("tags", tags));
    }
}
