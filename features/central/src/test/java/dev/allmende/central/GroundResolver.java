package dev.allmende.central;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.kit.Connection;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the ground that a suite says it stands on. */
final class GroundResolver implements ParameterResolver {

    private final ApiServerExtension embedded = new ApiServerExtension();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext suite) {
        return parameter.getParameter().getType() == Ground.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext suite) {
        var kind = suite.getRequiredTestClass();
        if (kind.isAnnotationPresent(OnKubernetes.class)) {
            return Ground.start(RealKubernetes.connect());
        }
        var api = Connection.of(embedded.kubeconfig(suite).yaml());
        return kind.isAnnotationPresent(OnOpenStack.class) ? Ground.start(api, Site.testbed()) : Ground.start(api);
    }
}
