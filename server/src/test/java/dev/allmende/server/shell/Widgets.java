package dev.allmende.server.shell;

/** A custom kind for tests; JSON with single quotes. */
final class Widgets {

    static final String DEFINITION = """
            {'metadata':{'name':'widgets.shop.example'},
             'spec':{'group':'shop.example','scope':'Namespaced',
              'names':{'plural':'widgets','singular':'widget','kind':'Widget','listKind':'WidgetList'},
              'versions':[{'name':'v1','served':true,'storage':true,
               'additionalPrinterColumns':[
                {'name':'Size','type':'integer','jsonPath':'.spec.size'},
                {'name':'Age','type':'date','jsonPath':'.metadata.creationTimestamp'}],
               'schema':{'openAPIV3Schema':{'type':'object','x-kubernetes-preserve-unknown-fields':true}}}]}}
            """;

    static final String READY = widget("fine", "True", "Built", "");
    static final String BROKEN = widget("broken", "False", "NoCapacity", "there is no room left");

    private Widgets() {}

    static String widget(String name, String ready, String reason, String message) {
        return """
                {'apiVersion':'shop.example/v1','kind':'Widget','metadata':{'name':'%s'},'spec':{'size':7},
                 'status':{'conditions':[
                  {'type':'Synced','status':'True','reason':'Same','message':'','lastTransitionTime':'2026-01-02T03:04:05Z'},
                  {'type':'Ready','status':'%s','reason':'%s','message':'%s','lastTransitionTime':'2026-01-02T03:04:05Z'}]}}
                """.formatted(name, ready, reason, message);
    }
}
