import Testing

struct ScenarioTests {
}
