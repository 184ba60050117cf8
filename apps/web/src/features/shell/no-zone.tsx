import { Empty, PageHead } from './page-head'

/** Signed in, but nobody put this person into an office of a zone. */
export function NoZone() {
  return (
    <>
      <PageHead title="没有可以查看的经济区" />
      <Empty title="您的账号还没有加入任何单位。">
        请联系系统管理员，说明所在单位和岗位（填报、审核、统筹或查阅）。
      </Empty>
    </>
  )
}

/** Signed in, but with no part in any office that reports. */
export function NoOffice() {
  return (
    <>
      <PageHead title="没有填报任务" />
      <Empty title="您的账号不属于填报单位。">
        填报和审核由各地统筹部门和责任部门办理；如需办理，请联系系统管理员加入所在单位。
      </Empty>
    </>
  )
}
