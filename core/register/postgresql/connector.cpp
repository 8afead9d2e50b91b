// The door to PostgreSQL, a library of its own: it brings twenty others, which nobody loads whose
// register is a file. Database opens it by name.

#include <Poco/Data/PostgreSQL/Connector.h>

extern "C" __attribute__((visibility("default"))) void quyche_postgresql_register() {
  Poco::Data::PostgreSQL::Connector::registerConnector();
}
