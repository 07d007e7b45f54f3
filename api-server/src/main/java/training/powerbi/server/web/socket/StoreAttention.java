package training.powerbi.server.web.socket;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.Lakehouse.Attention;

/// Tells the store how many wait for what other servers and programs change: looking costs requests.
@Component
class StoreAttention implements SmartInitializingSingleton {
    private final Lakehouse lakehouse;
    private final LiveConnections connections;

    StoreAttention(Lakehouse lakehouse, LiveConnections connections) {
        this.lakehouse = lakehouse;
        this.connections = connections;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lakehouse.watchAs(this::now);
    }

    private Attention now() {
        if (connections.size() == 0) {
            return Attention.NOBODY;
        }
        return connections.hasAdmin() ? Attention.ADMIN : Attention.ANYBODY;
    }
}
